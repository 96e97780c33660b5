package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.Punctuator;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.api.RecordMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The task of the global stores as user code sees it: it has all of them, and neither stream time nor schedules, because its
 * records are no stream but what the stores contain.
 */
abstract class GlobalView extends TaskView {

    GlobalView(OperatorContext task) {
        super(task);
    }

    /** Empty where no record is being processed: as in the reference, other than in a task. */
    @Override
    public Optional<RecordMetadata> recordMetadata() {
        return task().topic() == null ? Optional.empty() : super.recordMetadata();
    }

    /** Any global store; null if there is none of that name. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // null is the answer of the reference
    public <S extends StateStore> S getStateStore(@Nullable String name) {
        return name == null ? null : (S) task().stateStore(name);
    }

    @Override
    public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
        throw schedule();
    }

    @Override
    public Cancellable schedule(Instant startTime, Duration interval, PunctuationType type, Punctuator callback) {
        throw schedule();
    }

    private static UnsupportedOperationException schedule() {
        return unsupported("schedule a punctuation; schedule it in a processor of a stream, which may read the store");
    }

    @Override
    public long currentStreamTimeMs() {
        throw unsupported("ask for the stream time, because its store has none; ask the record for its timestamp");
    }

    static UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException("What belongs to a global store cannot " + what);
    }
}
