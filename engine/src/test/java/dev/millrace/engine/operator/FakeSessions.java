package dev.millrace.engine.operator;

import dev.millrace.state.ClosedWindowTaker;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.FoundSessions;
import dev.millrace.state.SessionState;
import dev.millrace.state.Slot;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A session store in a map; if told so, it caches. Keys are strings. */
public final class FakeSessions implements SessionState {
    private final Map<Session, Object> sessions = new TreeMap<>(
            Comparator.comparing(Session::key).thenComparing(Session::endMs).thenComparing(Session::startMs));
    private List<Session> found = List.of();
    private @Nullable EmissionListener listener;
    private long closedUpToMs;
    public boolean caches;

    private record Session(String key, long startMs, long endMs) {}

    private record Found(List<Session> sessions, List<Object> values) implements FoundSessions {
        @Override
        public int count() {
            return sessions.size();
        }

        @Override
        public long startMs(int number) {
            return sessions.get(number).startMs();
        }

        @Override
        public long endMs(int number) {
            return sessions.get(number).endMs();
        }

        @Override
        public Object value(int number) {
            return values.get(number);
        }
    }

    @Override
    public void joinsWithin(long gapMs) {}

    @Override
    public FoundSessions find(Object key, long earliestEndMs, long latestStartMs) {
        found = sessions.keySet().stream()
                .filter(session -> session.key().equals(key)
                        && session.endMs() >= earliestEndMs
                        && session.startMs() <= latestStartMs)
                .toList();
        return new Found(found, found.stream().map(sessions::get).toList());
    }

    @Override
    public void deleteFound(int number, long timestamp) {
        sessions.remove(found.get(number));
    }

    @Override
    public void replaceFound(Object key, long startMs, long endMs, @Nullable Object value, long timestamp) {
        found.forEach(sessions::remove);
        if (value != null) {
            sessions.put(new Session((String) key, startMs, endMs), value);
        }
    }

    private record Value(@Nullable Object value, long timestamp) implements Slot {}

    @Override
    public Slot slot(Object key, long startMs, long endMs) {
        return new Value(sessions.get(new Session((String) key, startMs, endMs)), endMs);
    }

    @Override
    public void watchClosing(long fromEndMs) {
        closedUpToMs = fromEndMs - 1;
    }

    @Override
    public void takeClosed(long upToEndMs, ClosedWindowTaker taker) {
        sessions.forEach((session, value) -> {
            if (session.endMs() > closedUpToMs && session.endMs() <= upToEndMs) {
                taker.take(windowed(session), value, session.endMs());
            }
        });
        closedUpToMs = upToEndMs;
    }

    private static Windowed<String> windowed(Session session) {
        return new Windowed<>(session.key(), new SessionWindow(session.startMs(), session.endMs()));
    }

    @Override
    public boolean caching() {
        return caches;
    }

    @Override
    public void onEmission(EmissionListener listener, boolean oldValues) {
        this.listener = listener;
    }

    /** As a commit does, without de-duplication and without deletions. */
    public void emit() {
        sessions.forEach((session, value) -> {
            if (listener != null) {
                listener.emit(windowed(session), value, null, 7, new RecordHeaders());
            }
        });
    }
}
