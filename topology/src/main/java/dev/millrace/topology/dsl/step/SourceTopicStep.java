package dev.millrace.topology.dsl.step;

import dev.millrace.streams.Explanation;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.List;

/**
 * Lets the topic of a table stand in for the changelog of its store, if it has one and the program is optimized so: {@code
 * reuse.ktable.source.topics}.
 */
public record SourceTopicStep(Program program, String store, String topic) implements Step {
    private static final Rule RULE = Rule.REUSE_SOURCE_TOPICS;

    @Override
    public void lower(RecordedTopology target) {
        if (program.follows(RULE)) {
            target.replaceChangelog(store, topic);
        }
        target.add(explain(target.definition().stores().containsKey(store)));
    }

    private Explanation explain(boolean stored) {
        if (!stored) {
            return RULE.left(
                    List.of(topic),
                    "the table of topic " + topic + " needs no changelog",
                    "nobody asks for its rows, so they are not stored");
        }
        List<String> both = List.of(store, topic);
        return program.follows(RULE)
                ? RULE.did(
                        both,
                        "store " + store + " is restored from topic " + topic + " and has no changelog of its own",
                        "that topic holds the rows of the table as they are in the store")
                : RULE.off(both, "store " + store + " has a changelog that holds the same rows as topic " + topic);
    }
}
