package dev.millrace.streams;

import dev.millrace.streams.state.QueryableStoreType;
import java.util.Objects;

/**
 * Which local store to open for queries, and how: the argument of {@code KafkaStreams.store} (KIP-562).
 *
 * <p>Immutable: the methods that change something return a new object.
 *
 * @param <T> how the store is seen
 */
public class StoreQueryParameters<T> {
    private final String storeName;
    private final QueryableStoreType<T> queryableStoreType;
    private final Integer partition;
    private final boolean staleStores;

    /** Creates the parameters. */
    protected StoreQueryParameters(
            String storeName, QueryableStoreType<T> queryableStoreType, Integer partition, boolean staleStores) {
        this.storeName = storeName;
        this.queryableStoreType = queryableStoreType;
        this.partition = partition;
        this.staleStores = staleStores;
    }

    /** All active local partitions of this store, seen as this type. */
    public static <T> StoreQueryParameters<T> fromNameAndType(
            String storeName, QueryableStoreType<T> queryableStoreType) {
        return new StoreQueryParameters<>(storeName, queryableStoreType, null, false);
    }

    /** The same for one partition only; null means all. */
    public StoreQueryParameters<T> withPartition(Integer partition) {
        return new StoreQueryParameters<>(storeName, queryableStoreType, partition, staleStores);
    }

    /** The same, but standby copies and stores that are still being restored will do. */
    public StoreQueryParameters<T> enableStaleStores() {
        return new StoreQueryParameters<>(storeName, queryableStoreType, partition, true);
    }

    /** The name of the store. */
    public String storeName() {
        return storeName;
    }

    /** How the store is seen. */
    public QueryableStoreType<T> queryableStoreType() {
        return queryableStoreType;
    }

    /** The partition to open, null for all local ones. */
    public Integer partition() {
        return partition;
    }

    /** Whether copies that lag behind will do. */
    public boolean staleStoresEnabled() {
        return staleStores;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof StoreQueryParameters<?> other
                && staleStores == other.staleStores
                && Objects.equals(partition, other.partition)
                && Objects.equals(storeName, other.storeName)
                && Objects.equals(queryableStoreType, other.queryableStoreType);
    }

    @Override
    public String toString() {
        return "StoreQueryParameters {partition=" + partition + ", staleStores=" + staleStores + ", storeName="
                + storeName + ", queryableStoreType=" + queryableStoreType + "}";
    }

    @Override
    public int hashCode() {
        return Objects.hash(partition, staleStores, storeName, queryableStoreType);
    }
}
