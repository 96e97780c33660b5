package dev.millrace.state.session;

/** A walk over the sessions of a {@link SessionRange}. Call {@link #next()} before the first one. */
public abstract sealed class SessionCursor implements AutoCloseable permits SessionWalk, SortedSessions {

    /** Moves to the next session; false if there is none, and from then on. */
    public abstract boolean next();

    /** Where this session is, for {@link SessionRange#behind}. Not to be changed. */
    public abstract byte[] place();

    /** The value here in its held form. */
    public abstract Object held();

    /** The bytes of the key here. */
    public final byte[] key() {
        return SessionLayout.key(place());
    }

    public final long startMs() {
        return SessionLayout.startMs(place());
    }

    public final long endMs() {
        return SessionLayout.endMs(place());
    }

    @Override
    public abstract void close();
}
