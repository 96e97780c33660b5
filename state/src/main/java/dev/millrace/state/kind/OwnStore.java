package dev.millrace.state.kind;

import dev.millrace.state.RecordOrigin;

/** A store of ours, of whatever kind: what it was made from, its serdes, and how far it has come. */
public abstract class OwnStore implements TaskStore {
    protected final StoreSpec spec;
    protected final KeyCodec keys;
    protected final ValueCodec values;
    protected final RecordOrigin origin;
    protected final StorePosition position;

    protected OwnStore(StoreSpec spec, StoreHost host) {
        this.spec = spec;
        this.origin = host.origin();
        this.keys = KeyCodec.of(spec, host);
        this.values = ValueCodec.of(spec, host);
        this.position = new StorePosition(origin);
    }

    @Override
    public final String name() {
        return spec.name();
    }

    @Override
    public final boolean persistent() {
        return spec.persistent();
    }

    @Override
    public final StorePosition position() {
        return position;
    }

    public final KeyCodec keys() {
        return keys;
    }

    public final ValueCodec values() {
        return values;
    }

    /** The task's current record. */
    public final RecordOrigin origin() {
        return origin;
    }

    /** The event time that a reader gets to see: -1 if the store does not keep it, whatever is in memory. */
    public final long shownTimestamp(long timestamp) {
        return spec.keepsTimestamps() ? timestamp : -1;
    }
}
