package dev.millrace.engine.operator;

import dev.millrace.state.EmissionListener;
import dev.millrace.state.RecordBufferState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.header.Headers;

/** Records that wait in a list. */
public final class FakeRecordBuffer implements RecordBufferState {
    private final List<Waiting> records = new ArrayList<>();

    private record Waiting(Object key, Object value, long timestamp, Headers headers) {}

    @Override
    public void add(Object key, Object value, long timestamp, Headers headers) {
        records.add(new Waiting(key, value, timestamp, headers));
        records.sort(Comparator.comparing(Waiting::timestamp));
    }

    @Override
    public void releaseUntil(long dueMs, EmissionListener listener) {
        while (!records.isEmpty() && records.get(0).timestamp() <= dueMs) {
            Waiting first = records.remove(0);
            listener.emit(first.key(), first.value(), null, first.timestamp(), first.headers());
        }
    }
}
