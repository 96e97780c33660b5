package dev.millrace.state.overlay;

import dev.millrace.state.database.ByteCursor;

/** The cursor over nothing. */
public enum NoBytes implements ByteCursor {
    CURSOR;

    @Override
    public boolean next() {
        return false;
    }

    @Override
    public byte[] key() {
        throw new IllegalStateException("There is no entry here");
    }

    @Override
    public byte[] value() {
        throw new IllegalStateException("There is no entry here");
    }

    @Override
    public void close() {}
}
