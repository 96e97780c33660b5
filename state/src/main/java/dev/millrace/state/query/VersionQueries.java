package dev.millrace.state.query;

import dev.millrace.state.versioned.VersionSlot;
import dev.millrace.state.versioned.VersionedValues;
import dev.millrace.streams.query.MultiVersionedKeyQuery;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.ResultOrder;
import dev.millrace.streams.query.VersionedKeyQuery;
import dev.millrace.streams.state.VersionedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries of a versioned store: for one version of a key, and for those of a span of time. */
final class VersionQueries extends KindQueries {
    private final VersionedValues store;

    VersionQueries(VersionedValues store) {
        super(store.position(), false);
        this.store = store;
    }

    @Override
    @Nullable
    Lookup lookup(Query<?> query) {
        if (query instanceof VersionedKeyQuery<?, ?> one) {
            return new Lookup(false, () -> version(one));
        }
        if (query instanceof MultiVersionedKeyQuery<?, ?> several) {
            requireOrder(several);
            return new Lookup(false, () -> versions(several));
        }
        return null;
    }

    private static void requireOrder(MultiVersionedKeyQuery<?, ?> query) {
        Instant from = query.fromTime().orElse(Instant.MIN);
        Instant to = query.toTime().orElse(Instant.MAX);
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("The versions of a key are asked for from " + from + " to " + to
                    + ": the first time must not be after the second");
        }
    }

    private @Nullable Object version(VersionedKeyQuery<?, ?> query) {
        VersionSlot found = query.asOfTimestamp().isPresent()
                ? store.slotAsOf(query.key(), query.asOfTimestamp().get().toEpochMilli())
                : store.slot(query.key());
        Object value = found.value();
        return value == null ? null : version(value, found.timestamp(), found.validToMs());
    }

    private static VersionedRecord<Object> version(Object value, long fromMs, long toMs) {
        return toMs == VersionSlot.STILL_HOLDS
                ? new VersionedRecord<>(value, fromMs)
                : new VersionedRecord<>(value, fromMs, toMs);
    }

    /** The history of one key is short, and in memory by now: it is given as a whole. */
    private Object versions(MultiVersionedKeyQuery<?, ?> query) {
        long fromMs = query.fromTime().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        long toMs = query.toTime().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        List<VersionedRecord<Object>> found = new ArrayList<>();
        store.versions(query.key(), fromMs, toMs, (value, start, end) -> found.add(version(value, start, end)));
        if (query.resultOrder() != ResultOrder.ASCENDING) {
            Collections.reverse(found);
        }
        return new VersionList<>(found.iterator());
    }
}
