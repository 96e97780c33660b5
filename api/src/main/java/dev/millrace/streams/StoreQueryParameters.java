package dev.millrace.streams;

import dev.millrace.streams.state.QueryableStoreType;

public class StoreQueryParameters<T> {

    protected StoreQueryParameters(
            String message, QueryableStoreType<T> queryableStoreType, Integer integer, boolean flag) {
        throw new UnsupportedOperationException("StoreQueryParameters");
    }

    public static <T> StoreQueryParameters<T> fromNameAndType(
            String storeName, QueryableStoreType<T> queryableStoreType) {
        throw new UnsupportedOperationException("StoreQueryParameters.fromNameAndType");
    }

    public StoreQueryParameters<T> withPartition(Integer partition) {
        throw new UnsupportedOperationException("StoreQueryParameters.withPartition");
    }

    public StoreQueryParameters<T> enableStaleStores() {
        throw new UnsupportedOperationException("StoreQueryParameters.enableStaleStores");
    }

    public String storeName() {
        throw new UnsupportedOperationException("StoreQueryParameters.storeName");
    }

    public QueryableStoreType<T> queryableStoreType() {
        throw new UnsupportedOperationException("StoreQueryParameters.queryableStoreType");
    }

    public Integer partition() {
        throw new UnsupportedOperationException("StoreQueryParameters.partition");
    }

    public boolean staleStoresEnabled() {
        throw new UnsupportedOperationException("StoreQueryParameters.staleStoresEnabled");
    }

    @Override
    public boolean equals(Object obj) {
        throw new UnsupportedOperationException("StoreQueryParameters.equals");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("StoreQueryParameters.toString");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("StoreQueryParameters.hashCode");
    }
}
