package dev.millrace.conformance.program;

import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueIterator;

/** A processor that uses a store, and answers a record with everything the store says. */
abstract class Answering extends ContextualProcessor<String, String, String, String> {
    private final StringBuilder answer = new StringBuilder();

    @Override
    public final void process(Record<String, String> found) {
        if (found.key() == null) {
            return;
        }
        answer.setLength(0);
        use(found);
        context().forward(found.withValue(answer.toString()));
    }

    abstract void use(Record<String, String> found);

    final void say(Object part) {
        answer.append(part).append(' ');
    }

    final void say(KeyValueIterator<?, ?> entries) {
        try (entries) {
            while (entries.hasNext()) {
                say(entries.peekNextKey(), entries.next().value);
            }
        }
        say("|");
    }

    /** Says one entry of several. */
    void say(Object key, Object value) {
        say(key + "=" + value);
    }
}
