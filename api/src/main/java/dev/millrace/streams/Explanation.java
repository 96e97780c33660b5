package dev.millrace.streams;

import java.util.List;

/**
 * What one rule of {@code topology.optimization} did at one place of a program, or why it did nothing there, in words. Made by
 * {@link Topology#explain}. Kafka Streams has nothing like it.
 *
 * @param rule its name, as in {@code topology.optimization}
 * @param applied whether it did anything
 * @param about the nodes, stores and topics that are spoken of
 * @param what how it is now: a sentence without its full stop
 * @param why the reason: the rest of the sentence, after "because"
 */
public record Explanation(String rule, boolean applied, List<String> about, String what, String why) {

    /** An explanation. */
    public Explanation {
        about = List.copyOf(about);
    }

    /** A line for people to read. */
    @Override
    public String toString() {
        return rule + (applied ? ": " : " did nothing: ") + what + ", because " + why + ".";
    }
}
