package dev.millrace.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;

/** The consumers of one thread that can be asked for their instance ids, and the questions that are open. */
final class InstanceIds {
    private final Map<String, Consumer<?, ?>> consumers = new ConcurrentHashMap<>();
    private final Queue<InstanceIdQuestion> open = new ConcurrentLinkedQueue<>();

    /** Adds a consumer of the thread, under this name. */
    void add(String name, Consumer<?, ?> consumer) {
        consumers.put(name, consumer);
    }

    /** Asks all consumers. Safe for any thread. */
    Map<String, InstanceIdQuestion> ask() {
        Map<String, InstanceIdQuestion> questions = new HashMap<>();
        consumers.forEach((name, consumer) -> questions.put(name, new InstanceIdQuestion(consumer)));
        open.addAll(questions.values());
        return questions;
    }

    /** Answers what it can. Called by the thread that owns the consumers, after every poll. */
    void answer() {
        open.removeIf(InstanceIdQuestion::answered);
    }
}
