package dev.millrace.engine.operator;

/** A time that an operator has come to, remembered across the lives of its task: it is committed along with the inputs' offsets. */
public final class Mark {
    /** Before any time there is. */
    public static final long UNSET = -1;

    private long timeMs = UNSET;

    /** The time, {@link #UNSET} if there is none yet. */
    public long timeMs() {
        return timeMs;
    }

    /** Goes on to a time; stays where it is if that is earlier. */
    public void moveTo(long time) {
        timeMs = Math.max(timeMs, time);
    }
}
