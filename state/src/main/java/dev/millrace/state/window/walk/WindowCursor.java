package dev.millrace.state.window.walk;

import dev.millrace.state.changelog.ChangelogFormat;

/** A walk over the windows of a {@link WindowRange}. Call {@link #next()} before the first one. */
public abstract class WindowCursor implements AutoCloseable {

    /** Moves to the next window; false if there is none, and from then on. */
    public abstract boolean next();

    /** Where this window is, for {@link WindowRange#behind}. Not to be changed. */
    public abstract byte[] place();

    /** The value here in its held form. */
    public abstract Object held();

    /** The event time of the value here, -1 if the store does not keep it. */
    public abstract long timestamp();

    /** The bytes of the key here. */
    public final byte[] key() {
        return WindowLayout.key(place());
    }

    /** When the window here starts. */
    public final long startMs() {
        return ChangelogFormat.windowStart(place());
    }

    @Override
    public abstract void close();
}
