package dev.millrace.topology.recorder;

import dev.millrace.streams.errors.TopologyException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The topics and patterns that sources have taken: a topic may feed one source only, or its records would be read twice. */
final class TopicClaims {
    private final Set<String> topics = new HashSet<>();
    private final Set<String> globalTopics = new HashSet<>();
    private final List<Pattern> patterns = new ArrayList<>();

    void claim(String topic, String source) {
        checkFree(topic, source);
        topics.add(topic);
    }

    /** Claims the topic of a global store. A later pattern may still match it: the reference allows that, so programs do it. */
    void claimGlobal(String topic, String source) {
        checkFree(topic, source);
        globalTopics.add(topic);
    }

    /** Fails if another source reads {@code topic} already, by name or by pattern. */
    void checkFree(String topic, String source) {
        if (topics.contains(topic) || globalTopics.contains(topic)) {
            throw new TopologyException("Topic " + topic + " of source " + source
                    + " is read by another source already; read it once and use that node twice");
        }
        for (Pattern pattern : patterns) {
            if (pattern.matcher(topic).matches()) {
                throw new TopologyException("Topic " + topic + " of source " + source + " matches the pattern "
                        + pattern + ", which another source reads already");
            }
        }
    }

    void claim(Pattern pattern, String source) {
        for (String topic : topics) {
            if (pattern.matcher(topic).matches()) {
                throw new TopologyException("Pattern " + pattern + " of source " + source + " matches the topic "
                        + topic + ", which another source reads already");
            }
        }
        patterns.add(pattern);
    }
}
