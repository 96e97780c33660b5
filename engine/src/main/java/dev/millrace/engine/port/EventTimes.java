package dev.millrace.engine.port;

import dev.millrace.streams.processor.TimestampExtractor;
import org.jspecify.annotations.Nullable;

/** Turns a source's timestamp extractor into what an intake asks. */
@FunctionalInterface
public interface EventTimes {

    /** The event times of a source; null stands for the configured default extractor. */
    EventTime of(@Nullable TimestampExtractor extractor);
}
