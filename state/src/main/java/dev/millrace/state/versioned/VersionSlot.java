package dev.millrace.state.versioned;

import dev.millrace.state.Slot;
import dev.millrace.state.kind.ValueCodec;
import org.jspecify.annotations.Nullable;

/** The one slot of a versioned store: the version asked for last. */
public final class VersionSlot implements Slot {
    /** The end of a version that still holds. */
    public static final long STILL_HOLDS = Long.MAX_VALUE;

    private final ValueCodec values;
    private @Nullable Object held;
    private @Nullable Object value;
    private long fromMs;
    private long toMs;

    VersionSlot(ValueCodec values) {
        this.values = values;
    }

    VersionSlot pointAt(@Nullable Object heldValue, long from, long to) {
        held = heldValue;
        value = null;
        fromMs = from;
        toMs = to;
        return this;
    }

    VersionSlot pointAtNothing() {
        return pointAt(null, -1, STILL_HOLDS);
    }

    @Override
    public @Nullable Object value() {
        if (value == null && held != null) {
            value = values.read(held);
        }
        return value;
    }

    /** Since when the version holds, -1 if there is none. */
    @Override
    public long timestamp() {
        return held == null ? -1 : fromMs;
    }

    /** When it ended, {@link #STILL_HOLDS} if it did not. */
    public long validToMs() {
        return toMs;
    }
}
