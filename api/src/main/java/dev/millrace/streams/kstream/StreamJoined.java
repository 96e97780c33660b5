package dev.millrace.streams.kstream;

import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

public class StreamJoined<K, V1, V2> implements NamedOperation<StreamJoined<K, V1, V2>> {
    protected final Serde<K> keySerde;
    protected final Serde<V1> valueSerde;
    protected final Serde<V2> otherValueSerde;
    protected final WindowBytesStoreSupplier thisStoreSupplier;
    protected final WindowBytesStoreSupplier otherStoreSupplier;
    protected final String name;
    protected final String storeName;
    protected final boolean loggingEnabled;
    protected final Map<String, String> topicConfig;
    protected DslStoreSuppliers dslStoreSuppliers;

    protected StreamJoined(StreamJoined<K, V1, V2> streamJoined) {
        throw new UnsupportedOperationException("StreamJoined");
    }

    public static <K, V1, V2> StreamJoined<K, V1, V2> with(
            WindowBytesStoreSupplier storeSupplier, WindowBytesStoreSupplier otherStoreSupplier) {
        throw new UnsupportedOperationException("StreamJoined.with");
    }

    public static <K, V1, V2> StreamJoined<K, V1, V2> with(DslStoreSuppliers storeSuppliers) {
        throw new UnsupportedOperationException("StreamJoined.with");
    }

    public static <K, V1, V2> StreamJoined<K, V1, V2> as(String storeName) {
        throw new UnsupportedOperationException("StreamJoined.as");
    }

    public static <K, V1, V2> StreamJoined<K, V1, V2> with(
            Serde<K> keySerde, Serde<V1> valueSerde, Serde<V2> otherValueSerde) {
        throw new UnsupportedOperationException("StreamJoined.with");
    }

    @Override
    public StreamJoined<K, V1, V2> withName(String name) {
        throw new UnsupportedOperationException("StreamJoined.withName");
    }

    public StreamJoined<K, V1, V2> withStoreName(String storeName) {
        throw new UnsupportedOperationException("StreamJoined.withStoreName");
    }

    public StreamJoined<K, V1, V2> withKeySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("StreamJoined.withKeySerde");
    }

    public StreamJoined<K, V1, V2> withValueSerde(Serde<V1> valueSerde) {
        throw new UnsupportedOperationException("StreamJoined.withValueSerde");
    }

    public StreamJoined<K, V1, V2> withOtherValueSerde(Serde<V2> otherValueSerde) {
        throw new UnsupportedOperationException("StreamJoined.withOtherValueSerde");
    }

    public StreamJoined<K, V1, V2> withDslStoreSuppliers(DslStoreSuppliers dslStoreSuppliers) {
        throw new UnsupportedOperationException("StreamJoined.withDslStoreSuppliers");
    }

    public StreamJoined<K, V1, V2> withThisStoreSupplier(WindowBytesStoreSupplier thisStoreSupplier) {
        throw new UnsupportedOperationException("StreamJoined.withThisStoreSupplier");
    }

    public StreamJoined<K, V1, V2> withOtherStoreSupplier(WindowBytesStoreSupplier otherStoreSupplier) {
        throw new UnsupportedOperationException("StreamJoined.withOtherStoreSupplier");
    }

    public StreamJoined<K, V1, V2> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException("StreamJoined.withLoggingEnabled");
    }

    public StreamJoined<K, V1, V2> withLoggingDisabled() {
        throw new UnsupportedOperationException("StreamJoined.withLoggingDisabled");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("StreamJoined.toString");
    }
}
