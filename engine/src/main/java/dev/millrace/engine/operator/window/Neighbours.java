package dev.millrace.engine.operator.window;

import dev.millrace.state.WindowSeries;
import org.jspecify.annotations.Nullable;

/**
 * What a record of sliding windows finds around its time, before it changes anything.
 *
 * <p>A window exists for every set of records that some span of the size covers. So of all windows that start at a time
 * {@code x} or before, the latest has, among its records from {@code x} on, exactly those that a window from {@code x} would
 * have: were there a record more or less between the two, it would have a window that starts in between. That gives the
 * records that a new window shares with those before it:
 *
 * <pre>
 *                       left                right
 *             |---------------------t||---------------------|
 *                                 time
 *       |-----------------------|               the latest that starts before left: its records from there on are left's
 *                |-----------------------|      the latest that starts at time or before: its later records are right's
 * </pre>
 *
 * Whether there are any such records is told by a window's event time, which is that of its last record.
 */
final class Neighbours {
    private static final long NONE = -1;

    private boolean early;
    private long leftStartMs;
    private long rightStartMs;
    private int firstHit;
    private int lastHit;

    private boolean leftThere;
    private boolean rightThere;
    private @Nullable Object leftValue;
    private @Nullable Object rightValue;
    private long rightTimestamp;
    private long previousMs;

    /**
     * Looks around.
     *
     * @param windows those that start from the size before {@code timestamp} on, up to one millisecond behind it; and the latest
     *     before those
     */
    void lookAround(WindowSeries windows, long timestamp, long sizeMs) {
        early = timestamp < sizeMs;
        leftStartMs = Math.max(0, timestamp - sizeMs);
        rightStartMs = timestamp + 1;
        leftThere = false;
        rightThere = false;
        leftValue = null;
        rightValue = null;
        previousMs = NONE;
        int number = windows.size() - 1;
        if (number >= 0 && windows.startMs(number) == rightStartMs) {
            rightThere = windows.value(number) != null;
            number--;
        }
        lastHit = number;
        number = lookAtHits(windows, number, timestamp);
        firstHit = number + 1;
        lookBefore(windows, number, timestamp - 2 * sizeMs);
    }

    private int lookAtHits(WindowSeries windows, int last, long timestamp) {
        boolean latest = true;
        int number = last;
        while (number >= 0 && windows.startMs(number) >= leftStartMs) {
            Object value = windows.value(number);
            if (value != null) {
                long latestRecordMs = windows.timestamp(number);
                if (latest && latestRecordMs > timestamp) {
                    rightValue = value;
                    rightTimestamp = latestRecordMs;
                }
                latest = false;
                boolean left = windows.startMs(number) == leftStartMs;
                if ((left || early) && previousMs == NONE && latestRecordMs < timestamp) {
                    previousMs = latestRecordMs;
                }
                leftThere |= left;
            }
            number--;
        }
        return number;
    }

    /** Windows that start earlier than {@code fromStartMs} ended too early to matter. */
    private void lookBefore(WindowSeries windows, int last, long fromStartMs) {
        int number = last;
        while (number >= 0 && windows.value(number) == null) {
            number--;
        }
        if (number >= 0 && windows.startMs(number) >= fromStartMs) {
            long latestRecordMs = windows.timestamp(number);
            leftValue = latestRecordMs >= leftStartMs ? windows.value(number) : null;
            previousMs = previousMs == NONE ? latestRecordMs : previousMs;
        }
    }

    /** Whether no window that ends with the record can begin in time. */
    boolean early() {
        return early;
    }

    /** The first of the windows that the record falls into. */
    int firstHit() {
        return firstHit;
    }

    /** The last of the windows that the record falls into; less than {@link #firstHit()} if there is none. */
    int lastHit() {
        return lastHit;
    }

    /** Where the window begins that ends with the record, or with time itself if that is too short. */
    long leftStartMs() {
        return leftStartMs;
    }

    /** Whether the window that ends with the record is one of those it falls into. */
    boolean leftThere() {
        return leftThere;
    }

    /** The aggregate of the records before this one in the window that ends with it, null if there are none. */
    @Nullable
    Object leftValue() {
        return leftValue;
    }

    /** Where the window begins that has the records after this one. */
    long rightStartMs() {
        return rightStartMs;
    }

    /** Whether there are records after this one that are not in a window of their own yet. */
    boolean rightIsNew() {
        return !rightThere && rightValue != null;
    }

    /** The aggregate of the records after this one. */
    @Nullable
    Object rightValue() {
        return rightValue;
    }

    /** The time of the last of the records after this one. */
    long rightTimestamp() {
        return rightTimestamp;
    }

    /** Whether there is a record before this one, as near as it matters. */
    boolean hasPrevious() {
        return previousMs != NONE;
    }

    /** The time of the last record before this one. */
    long previousMs() {
        return previousMs;
    }
}
