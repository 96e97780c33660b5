package dev.millrace.state.query;

import dev.millrace.state.versioned.SuppliedVersions;
import dev.millrace.streams.query.MultiVersionedKeyQuery;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.VersionedKeyQuery;
import dev.millrace.streams.state.VersionedRecord;
import dev.millrace.streams.state.VersionedRecordIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The queries of a versioned store that the user supplied: asked in bytes, answered by that store, which also says how far it
 * has come. A query of a type that nobody here knows goes to it as it is.
 */
final class SuppliedVersionQueries {
    private final SuppliedVersions store;
    private final PositionBound bound;
    private final QueryConfig config;

    SuppliedVersionQueries(SuppliedVersions store, PositionBound bound, QueryConfig config) {
        this.store = store;
        this.bound = bound;
        this.config = config;
    }

    <R> QueryResult<R> answer(Query<R> query) {
        if (query instanceof VersionedKeyQuery<?, ?> one) {
            return read(ask(inBytes(one)), this::version);
        }
        if (query instanceof MultiVersionedKeyQuery<?, ?> several) {
            return read(ask(inBytes(several)), this::versions);
        }
        return ask(query);
    }

    private <R> QueryResult<R> ask(Query<R> query) {
        QueryResult<R> answer = store.supplied().query(query, bound, config);
        if (config.isCollectExecutionInfo()) {
            answer.addExecutionInfo("Store " + store.name() + " asked the store that it was supplied with");
        }
        return answer;
    }

    private VersionedKeyQuery<Bytes, byte[]> inBytes(VersionedKeyQuery<?, ?> query) {
        VersionedKeyQuery<Bytes, byte[]> asked = VersionedKeyQuery.withKey(store.key(query.key()));
        return query.asOfTimestamp().map(asked::asOf).orElse(asked);
    }

    private MultiVersionedKeyQuery<Bytes, byte[]> inBytes(MultiVersionedKeyQuery<?, ?> query) {
        MultiVersionedKeyQuery<Bytes, byte[]> asked = MultiVersionedKeyQuery.withKey(store.key(query.key()));
        asked = query.fromTime().isPresent() ? asked.fromTime(query.fromTime().get()) : asked;
        asked = query.toTime().isPresent() ? asked.toTime(query.toTime().get()) : asked;
        return switch (query.resultOrder()) {
            case ANY -> asked;
            case ASCENDING -> asked.withAscendingTimestamps();
            case DESCENDING -> asked.withDescendingTimestamps();
        };
    }

    @SuppressWarnings("unchecked")
    private <B, R> QueryResult<R> read(QueryResult<B> answer, Function<@Nullable B, @Nullable Object> read) {
        if (answer.isFailure()) {
            return (QueryResult<R>) answer;
        }
        QueryResult<R> typed = QueryResult.forResult((R) read.apply(answer.getResult()));
        typed.setPosition(answer.getPosition());
        answer.getExecutionInfo().forEach(typed::addExecutionInfo);
        return typed;
    }

    private @Nullable VersionedRecord<Object> version(@Nullable VersionedRecord<byte[]> found) {
        if (found == null) {
            return null;
        }
        Object value = store.value(found.value());
        return found.validTo().isPresent()
                ? new VersionedRecord<>(
                        value, found.timestamp(), found.validTo().get())
                : new VersionedRecord<>(value, found.timestamp());
    }

    /** The history of one key is short, so it is read as a whole. */
    private @Nullable Object versions(@Nullable VersionedRecordIterator<byte[]> found) {
        if (found == null) {
            return null;
        }
        List<VersionedRecord<Object>> versions = new ArrayList<>();
        try (found) {
            found.forEachRemaining(version -> versions.add(version(version)));
        }
        return new VersionList<>(versions.iterator());
    }
}
