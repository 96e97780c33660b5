package dev.millrace.engine.operator.row;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.SuppressState;
import org.jspecify.annotations.Nullable;

/** The rows of another table as they were before the updates that are held back. */
final class SuppressedRows extends TableRows {
    private final TableRows upstream;
    private final SuppressState buffer;
    private boolean held;

    SuppressedRows(TableRows upstream, SuppressState buffer) {
        this.upstream = upstream;
        this.buffer = buffer;
    }

    @Override
    public @Nullable Object value(Object key) {
        held = buffer.holds(key);
        return held ? buffer.valueSent(key) : upstream.value(key);
    }

    /** Nobody knows when the value was sent that downstream has of a key that is held back. */
    @Override
    public long timestamp() {
        return held ? -1 : upstream.timestamp();
    }

    @Override
    public void expect(SourceBatch batch) {
        upstream.expect(batch);
    }

    @Override
    public void close() {
        upstream.close();
    }
}
