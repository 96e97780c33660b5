package dev.millrace.topology.dsl.shorthand;

import static dev.millrace.topology.dsl.shorthand.Arguments.some;
import static dev.millrace.topology.dsl.shorthand.Arguments.withKey;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.BranchedKStream;
import dev.millrace.streams.kstream.ForeachAction;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.ValueMapper;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.streams.processor.api.FixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.state.KeyValueStore;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The overloads of {@link KStream}, each folded onto one method per operator; arguments are checked here. */
public abstract class StreamShorthands<K, V> extends StreamJoinShorthands<K, V> {

    // ---- one method per operator; null stands for "not given" ----

    protected abstract KStream<K, V> filtered(
            Predicate<? super K, ? super V> predicate, boolean negated, @Nullable Named named);

    protected abstract <KR> KStream<KR, V> keySelected(
            KeyValueMapper<? super K, ? super V, ? extends KR> mapper, @Nullable Named named);

    protected abstract <VR> KStream<K, VR> valuesMapped(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper, @Nullable Named named);

    protected abstract <KR, VR> KStream<KR, VR> mapped(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> mapper,
            @Nullable Named named);

    protected abstract <KR, VR> KStream<KR, VR> flatMapped(
            KeyValueMapper<? super K, ? super V, ? extends Iterable<? extends KeyValue<? extends KR, ? extends VR>>>
                    mapper,
            @Nullable Named named);

    protected abstract <VR> KStream<K, VR> valuesFlatMapped(
            ValueMapperWithKey<? super K, ? super V, ? extends Iterable<? extends VR>> mapper, @Nullable Named named);

    protected abstract void shownTo(ForeachAction<? super K, ? super V> action, @Nullable Named named);

    protected abstract KStream<K, V> peekedBy(ForeachAction<? super K, ? super V> action, @Nullable Named named);

    protected abstract BranchedKStream<K, V> divided(@Nullable Named named);

    protected abstract KStream<K, V> merged(KStream<K, V> other, @Nullable Named named);

    protected abstract KTable<K, V> asTable(
            @Nullable Named named, @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized);

    protected abstract KGroupedStream<K, V> groupedByKey(@Nullable Grouped<K, V> grouped);

    protected abstract <KR> KGroupedStream<KR, V> groupedBy(
            KeyValueMapper<? super K, ? super V, KR> selector, @Nullable Grouped<KR, V> grouped);

    protected abstract <KR, VR> KStream<KR, VR> processed(
            ProcessorSupplier<? super K, ? super V, ? extends KR, ? extends VR> supplier,
            @Nullable Named named,
            String... stores);

    protected abstract <VR> KStream<K, VR> valuesProcessed(
            FixedKeyProcessorSupplier<? super K, ? super V, ? extends VR> supplier,
            @Nullable Named named,
            String... stores);

    // ---- stateless ----

    @Override
    public final KStream<K, V> filter(Predicate<? super K, ? super V> predicate) {
        return filtered(some(predicate, "predicate"), false, null);
    }

    @Override
    public final KStream<K, V> filter(Predicate<? super K, ? super V> predicate, Named named) {
        return filtered(some(predicate, "predicate"), false, some(named, "named"));
    }

    @Override
    public final KStream<K, V> filterNot(Predicate<? super K, ? super V> predicate) {
        return filtered(some(predicate, "predicate"), true, null);
    }

    @Override
    public final KStream<K, V> filterNot(Predicate<? super K, ? super V> predicate, Named named) {
        return filtered(some(predicate, "predicate"), true, some(named, "named"));
    }

    @Override
    public final <KR> KStream<KR, V> selectKey(KeyValueMapper<? super K, ? super V, ? extends KR> mapper) {
        return keySelected(some(mapper, "mapper"), null);
    }

    @Override
    public final <KR> KStream<KR, V> selectKey(KeyValueMapper<? super K, ? super V, ? extends KR> mapper, Named named) {
        return keySelected(some(mapper, "mapper"), some(named, "named"));
    }

    @Override
    public final <VR> KStream<K, VR> mapValues(ValueMapper<? super V, ? extends VR> mapper) {
        return valuesMapped(withKey(mapper), null);
    }

    @Override
    public final <VR> KStream<K, VR> mapValues(ValueMapper<? super V, ? extends VR> mapper, Named named) {
        return valuesMapped(withKey(mapper), some(named, "named"));
    }

    @Override
    public final <VR> KStream<K, VR> mapValues(ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper) {
        return valuesMapped(some(mapper, "mapper"), null);
    }

    @Override
    public final <VR> KStream<K, VR> mapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper, Named named) {
        return valuesMapped(some(mapper, "mapper"), some(named, "named"));
    }

    @Override
    public final <KR, VR> KStream<KR, VR> map(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> mapper) {
        return mapped(some(mapper, "mapper"), null);
    }

    @Override
    public final <KR, VR> KStream<KR, VR> map(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> mapper, Named named) {
        return mapped(some(mapper, "mapper"), some(named, "named"));
    }

    @Override
    public final <KR, VR> KStream<KR, VR> flatMap(
            KeyValueMapper<? super K, ? super V, ? extends Iterable<? extends KeyValue<? extends KR, ? extends VR>>>
                    mapper) {
        return flatMapped(some(mapper, "mapper"), null);
    }

    @Override
    public final <KR, VR> KStream<KR, VR> flatMap(
            KeyValueMapper<? super K, ? super V, ? extends Iterable<? extends KeyValue<? extends KR, ? extends VR>>>
                    mapper,
            Named named) {
        return flatMapped(some(mapper, "mapper"), some(named, "named"));
    }

    @Override
    public final <VR> KStream<K, VR> flatMapValues(ValueMapper<? super V, ? extends Iterable<? extends VR>> mapper) {
        return valuesFlatMapped(withKey(mapper), null);
    }

    @Override
    public final <VR> KStream<K, VR> flatMapValues(
            ValueMapper<? super V, ? extends Iterable<? extends VR>> mapper, Named named) {
        return valuesFlatMapped(withKey(mapper), some(named, "named"));
    }

    @Override
    public final <VR> KStream<K, VR> flatMapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends Iterable<? extends VR>> mapper) {
        return valuesFlatMapped(some(mapper, "mapper"), null);
    }

    @Override
    public final <VR> KStream<K, VR> flatMapValues(
            ValueMapperWithKey<? super K, ? super V, ? extends Iterable<? extends VR>> mapper, Named named) {
        return valuesFlatMapped(some(mapper, "mapper"), some(named, "named"));
    }

    @Override
    public final void foreach(ForeachAction<? super K, ? super V> action) {
        shownTo(some(action, "action"), null);
    }

    @Override
    public final void foreach(ForeachAction<? super K, ? super V> action, Named named) {
        shownTo(some(action, "action"), some(named, "named"));
    }

    @Override
    public final KStream<K, V> peek(ForeachAction<? super K, ? super V> action) {
        return peekedBy(some(action, "action"), null);
    }

    @Override
    public final KStream<K, V> peek(ForeachAction<? super K, ? super V> action, Named named) {
        return peekedBy(some(action, "action"), some(named, "named"));
    }

    @Override
    public final BranchedKStream<K, V> split() {
        return divided(null);
    }

    @Override
    public final BranchedKStream<K, V> split(Named named) {
        return divided(some(named, "named"));
    }

    @Override
    public final KStream<K, V> merge(KStream<K, V> otherStream) {
        return merged(some(otherStream, "otherStream"), null);
    }

    @Override
    public final KStream<K, V> merge(KStream<K, V> otherStream, Named named) {
        return merged(some(otherStream, "otherStream"), some(named, "named"));
    }

    @Override
    public final <KR, VR> KStream<KR, VR> process(
            ProcessorSupplier<? super K, ? super V, ? extends KR, ? extends VR> processorSupplier,
            String... stateStoreNames) {
        return processed(processorSupplier, null, stateStoreNames);
    }

    @Override
    public final <KR, VR> KStream<KR, VR> process(
            ProcessorSupplier<? super K, ? super V, ? extends KR, ? extends VR> processorSupplier,
            Named named,
            String... stateStoreNames) {
        return processed(processorSupplier, some(named, "named"), stateStoreNames);
    }

    @Override
    public final <VR> KStream<K, VR> processValues(
            FixedKeyProcessorSupplier<? super K, ? super V, ? extends VR> processorSupplier,
            String... stateStoreNames) {
        return valuesProcessed(processorSupplier, null, stateStoreNames);
    }

    @Override
    public final <VR> KStream<K, VR> processValues(
            FixedKeyProcessorSupplier<? super K, ? super V, ? extends VR> processorSupplier,
            Named named,
            String... stateStoreNames) {
        return valuesProcessed(processorSupplier, some(named, "named"), stateStoreNames);
    }

    // ---- topics, tables, groups ----

    @Override
    public final KStream<K, V> repartition() {
        return repartition(Repartitioned.with(null, null));
    }

    @Override
    public final void to(String topic) {
        to(topic, Produced.with(null, null, null));
    }

    @Override
    public final void to(TopicNameExtractor<K, V> topicExtractor) {
        to(topicExtractor, Produced.with(null, null, null));
    }

    @Override
    public final KTable<K, V> toTable() {
        return asTable(null, null);
    }

    @Override
    public final KTable<K, V> toTable(Named named) {
        return asTable(some(named, "named"), null);
    }

    @Override
    public final KTable<K, V> toTable(Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return asTable(null, some(materialized, "materialized"));
    }

    @Override
    public final KTable<K, V> toTable(Named named, Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        return asTable(some(named, "named"), some(materialized, "materialized"));
    }

    @Override
    public final KGroupedStream<K, V> groupByKey() {
        return groupedByKey(null);
    }

    @Override
    public final KGroupedStream<K, V> groupByKey(Grouped<K, V> grouped) {
        return groupedByKey(some(grouped, "grouped"));
    }

    @Override
    public final <KR> KGroupedStream<KR, V> groupBy(KeyValueMapper<? super K, ? super V, KR> keySelector) {
        return groupedBy(some(keySelector, "keySelector"), null);
    }

    @Override
    public final <KR> KGroupedStream<KR, V> groupBy(
            KeyValueMapper<? super K, ? super V, KR> keySelector, Grouped<KR, V> grouped) {
        return groupedBy(some(keySelector, "keySelector"), some(grouped, "grouped"));
    }
}
