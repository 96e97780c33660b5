package dev.millrace.topology.dsl.step;

import static dev.millrace.topology.naming.Prefix.STREAM_FILTER;
import static dev.millrace.topology.naming.Prefix.STREAM_SINK;
import static dev.millrace.topology.naming.Prefix.STREAM_SOURCE;

import dev.millrace.topology.naming.NameSequence;
import org.jspecify.annotations.Nullable;

/**
 * The names of a repartition topic and the nodes around it.
 *
 * <p>The nodes are named after the topic if the user named it, so that a name given once keeps all of them in place.
 *
 * @param topic without the application id
 * @param filter unused where table updates are sent
 */
public record RepartitionNames(String topic, String sink, String filter, String source) {
    private static final String REPARTITION_TOPIC_SUFFIX = "-repartition";
    private static final String SOURCE_SUFFIX = "-source";
    private static final String SINK_SUFFIX = "-sink";
    private static final String FILTER_SUFFIX = "-filter";

    /** The nodes are named after the topic. */
    static RepartitionNames of(String topic) {
        return new RepartitionNames(topic, topic + SINK_SUFFIX, topic + FILTER_SUFFIX, topic + SOURCE_SUFFIX);
    }

    /** Takes three numbers, whether they show or not. */
    public static RepartitionNames forStream(NameSequence names, String base) {
        String topic = base + REPARTITION_TOPIC_SUFFIX;
        boolean derived = !NameSequence.isGenerated(base);
        return new RepartitionNames(
                topic,
                names.next(STREAM_SINK, derived ? topic + SINK_SUFFIX : null),
                names.next(STREAM_FILTER, derived ? topic + FILTER_SUFFIX : null),
                names.next(STREAM_SOURCE, derived ? topic + SOURCE_SUFFIX : null));
    }

    /**
     * Takes two numbers, whether they show or not.
     *
     * @param step the user's name for the aggregation, which its sink and source are named after; or null
     */
    public static RepartitionNames forTable(NameSequence names, String base, @Nullable String step) {
        return new RepartitionNames(
                base + REPARTITION_TOPIC_SUFFIX,
                names.next(STREAM_SINK, step == null ? null : step + SINK_SUFFIX),
                "",
                names.next(STREAM_SOURCE, step == null ? null : step + SOURCE_SUFFIX));
    }
}
