package dev.millrace.streams.kstream;

import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * How two streams are joined: serdes, names, and the stores that hold both sides' windows (KIP-479).
 *
 * <p>Whatever is null is inferred or falls back to the configuration. Immutable: the {@code with} methods return a new
 * object.
 *
 * @param <K> the type of the keys
 * @param <V1> the type of this side's values
 * @param <V2> the type of the other side's values
 */
public class StreamJoined<K, V1, V2> implements NamedOperation<StreamJoined<K, V1, V2>> {
    /** How keys are written. */
    protected final Serde<K> keySerde;

    /** How this side's values are written. */
    protected final Serde<V1> valueSerde;

    /** How the other side's values are written. */
    protected final Serde<V2> otherValueSerde;

    /** What makes this side's store. */
    protected final WindowBytesStoreSupplier thisStoreSupplier;

    /** What makes the other side's store. */
    protected final WindowBytesStoreSupplier otherStoreSupplier;

    /** The name of the join, part of those of the repartition topics. */
    protected final String name;

    /** The name both stores and their changelogs start with. */
    protected final String storeName;

    /** Whether the stores have changelogs. */
    protected final boolean loggingEnabled;

    /** The configuration of the changelogs. */
    protected final Map<String, String> topicConfig;

    /** What makes the stores that are not given otherwise. */
    protected DslStoreSuppliers dslStoreSuppliers;

    private StreamJoined() {
        this(new Draft<>());
    }

    private StreamJoined(Draft<K, V1, V2> draft) {
        this.keySerde = draft.keySerde;
        this.valueSerde = draft.valueSerde;
        this.otherValueSerde = draft.otherValueSerde;
        this.thisStoreSupplier = draft.thisStoreSupplier;
        this.otherStoreSupplier = draft.otherStoreSupplier;
        this.name = draft.name;
        this.storeName = draft.storeName;
        this.loggingEnabled = draft.loggingEnabled;
        this.topicConfig = draft.topicConfig;
        this.dslStoreSuppliers = draft.dslStoreSuppliers;
    }

    /** Creates a copy. */
    protected StreamJoined(StreamJoined<K, V1, V2> streamJoined) {
        this(streamJoined.draft());
    }

    /** The stores of both sides. They must keep duplicates and fit the join's windows. */
    public static <K, V1, V2> StreamJoined<K, V1, V2> with(
            WindowBytesStoreSupplier storeSupplier, WindowBytesStoreSupplier otherStoreSupplier) {
        return new StreamJoined<K, V1, V2>()
                .withThisStoreSupplier(storeSupplier)
                .withOtherStoreSupplier(otherStoreSupplier);
    }

    /** What makes all stores of the join. */
    public static <K, V1, V2> StreamJoined<K, V1, V2> with(DslStoreSuppliers storeSuppliers) {
        return new StreamJoined<K, V1, V2>().withDslStoreSuppliers(storeSuppliers);
    }

    /** The name of the stores. Checked when the topology is built. */
    public static <K, V1, V2> StreamJoined<K, V1, V2> as(String storeName) {
        return new StreamJoined<K, V1, V2>().withStoreName(storeName);
    }

    /** The serdes. */
    public static <K, V1, V2> StreamJoined<K, V1, V2> with(
            Serde<K> keySerde, Serde<V1> valueSerde, Serde<V2> otherValueSerde) {
        return new StreamJoined<K, V1, V2>()
                .withKeySerde(keySerde)
                .withValueSerde(valueSerde)
                .withOtherValueSerde(otherValueSerde);
    }

    /** The same with this name of the join. */
    @Override
    public StreamJoined<K, V1, V2> withName(String name) {
        Draft<K, V1, V2> draft = draft();
        draft.name = name;
        return new StreamJoined<>(draft);
    }

    /** The same with this name of the stores, which makes them and their changelogs independent of generated names. */
    public StreamJoined<K, V1, V2> withStoreName(String storeName) {
        Draft<K, V1, V2> draft = draft();
        draft.storeName = storeName;
        return new StreamJoined<>(draft);
    }

    /** The same with this key serde. */
    public StreamJoined<K, V1, V2> withKeySerde(Serde<K> keySerde) {
        Draft<K, V1, V2> draft = draft();
        draft.keySerde = keySerde;
        return new StreamJoined<>(draft);
    }

    /** The same with this serde of this side's values. */
    public StreamJoined<K, V1, V2> withValueSerde(Serde<V1> valueSerde) {
        Draft<K, V1, V2> draft = draft();
        draft.valueSerde = valueSerde;
        return new StreamJoined<>(draft);
    }

    /** The same with this serde of the other side's values. */
    public StreamJoined<K, V1, V2> withOtherValueSerde(Serde<V2> otherValueSerde) {
        Draft<K, V1, V2> draft = draft();
        draft.otherValueSerde = otherValueSerde;
        return new StreamJoined<>(draft);
    }

    /** The same with stores made by this. */
    public StreamJoined<K, V1, V2> withDslStoreSuppliers(DslStoreSuppliers dslStoreSuppliers) {
        Draft<K, V1, V2> draft = draft();
        draft.dslStoreSuppliers = dslStoreSuppliers;
        return new StreamJoined<>(draft);
    }

    /** The same with this side's store made by this. */
    public StreamJoined<K, V1, V2> withThisStoreSupplier(WindowBytesStoreSupplier thisStoreSupplier) {
        Draft<K, V1, V2> draft = draft();
        draft.thisStoreSupplier = thisStoreSupplier;
        return new StreamJoined<>(draft);
    }

    /** The same with the other side's store made by this. */
    public StreamJoined<K, V1, V2> withOtherStoreSupplier(WindowBytesStoreSupplier otherStoreSupplier) {
        Draft<K, V1, V2> draft = draft();
        draft.otherStoreSupplier = otherStoreSupplier;
        return new StreamJoined<>(draft);
    }

    /** The same with changelogs that are configured like this. */
    public StreamJoined<K, V1, V2> withLoggingEnabled(Map<String, String> config) {
        Draft<K, V1, V2> draft = draft();
        draft.loggingEnabled = true;
        draft.topicConfig = config;
        return new StreamJoined<>(draft);
    }

    /** The same without changelogs: what the stores hold is lost with the instance. */
    public StreamJoined<K, V1, V2> withLoggingDisabled() {
        Draft<K, V1, V2> draft = draft();
        draft.loggingEnabled = false;
        draft.topicConfig = new HashMap<>();
        return new StreamJoined<>(draft);
    }

    @Override
    public String toString() {
        return "StreamJoin{keySerde=" + keySerde + ", valueSerde=" + valueSerde + ", otherValueSerde=" + otherValueSerde
                + ", thisStoreSupplier=" + thisStoreSupplier + ", otherStoreSupplier=" + otherStoreSupplier + ", name='"
                + name + "', storeName='" + storeName + "', loggingEnabled=" + loggingEnabled + ", topicConfig="
                + topicConfig + "}";
    }

    private Draft<K, V1, V2> draft() {
        Draft<K, V1, V2> draft = new Draft<>();
        draft.keySerde = keySerde;
        draft.valueSerde = valueSerde;
        draft.otherValueSerde = otherValueSerde;
        draft.thisStoreSupplier = thisStoreSupplier;
        draft.otherStoreSupplier = otherStoreSupplier;
        draft.name = name;
        draft.storeName = storeName;
        draft.loggingEnabled = loggingEnabled;
        draft.topicConfig = topicConfig;
        draft.dslStoreSuppliers = dslStoreSuppliers;
        return draft;
    }

    /** The fields while one of them is being changed: ten constructor arguments would be easy to confuse. */
    private static final class Draft<K, V1, V2> {
        private Serde<K> keySerde;
        private Serde<V1> valueSerde;
        private Serde<V2> otherValueSerde;
        private WindowBytesStoreSupplier thisStoreSupplier;
        private WindowBytesStoreSupplier otherStoreSupplier;
        private String name;
        private String storeName;
        private boolean loggingEnabled = true;
        private Map<String, String> topicConfig = new HashMap<>();
        private DslStoreSuppliers dslStoreSuppliers;
    }
}
