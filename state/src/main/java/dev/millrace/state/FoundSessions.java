package dev.millrace.state;

/** The sessions that a {@link SessionState} found: by their end, then their start, numbered from 0. */
public interface FoundSessions {

    int count();

    long startMs(int number);

    /** The time of the session's last record. */
    long endMs(int number);

    /** The value; the same object however often it is asked for. */
    Object value(int number);
}
