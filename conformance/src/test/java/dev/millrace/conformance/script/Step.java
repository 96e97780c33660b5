package dev.millrace.conformance.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** One thing that happens to a running program. */
public sealed interface Step {

    /** A record arrives. */
    record Pipe(
            String topic,
            @Nullable Bytes key,
            @Nullable Bytes value,
            long timestampMs,
            List<Map.Entry<String, byte[]>> headers)
            implements Step {}

    /** The wall clock moves on. */
    record Wait(Duration duration) implements Step {}
}
