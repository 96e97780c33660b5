package dev.millrace.state.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PendingWriteTest {
    private final Queue<Runnable> accepted = new ArrayDeque<>();
    private final PendingWrite pending = new PendingWrite(accepted::add);
    private final List<String> written = new ArrayList<>();

    @Test
    void withoutAWriteThereIsNothingToWaitFor() {
        pending.await();
    }

    @Test
    void startingAWriteDoesNotWaitForIt() {
        pending.start(() -> written.add("first"));
        assertThat(written).isEmpty();
        accepted.remove().run();
        pending.await();
        assertThat(written).containsExactly("first");
    }

    @Test
    void whoeverLooksWaitsForTheWrite() throws Exception {
        pending.start(() -> written.add("first"));
        FutureTask<List<String>> reader = inAThreadThatWaits(() -> written.add("read"));
        accepted.remove().run();
        assertThat(reader.get(10, TimeUnit.SECONDS)).containsExactly("first", "read");
    }

    @Test
    void aWriteIsNotEvenGivenToTheThreadBeforeTheOneBeforeIsDone() throws Exception {
        pending.start(() -> written.add("first"));
        FutureTask<List<String>> next = inAThreadThatWaits(() -> pending.start(() -> written.add("second")));
        assertThat(accepted).hasSize(1);
        accepted.remove().run();
        next.get(10, TimeUnit.SECONDS);
        accepted.remove().run();
        assertThat(written).containsExactly("first", "second");
    }

    @Test
    void aFailureIsThrownAtEveryoneWhoComesLater() {
        IllegalStateException failure = new IllegalStateException("no space left");
        pending.start(() -> {
            throw failure;
        });
        accepted.remove().run();
        assertThatThrownBy(pending::await).isSameAs(failure);
        assertThatThrownBy(() -> pending.start(() -> written.add("second"))).isSameAs(failure);
        assertThat(accepted).isEmpty();
    }

    /** Starts a thread that awaits the write and then acts, and returns when it waits. */
    private FutureTask<List<String>> inAThreadThatWaits(Runnable then) {
        FutureTask<List<String>> reader = new FutureTask<>(() -> {
            pending.await();
            then.run();
            return List.copyOf(written);
        });
        Thread thread = new Thread(reader);
        thread.start();
        for (int i = 0; thread.getState() != Thread.State.WAITING; i++) {
            assertThat(i).as("looks without a sign of waiting").isLessThan(100_000_000);
            assertThat(reader.isDone()).as("came back without waiting").isFalse();
            Thread.onSpinWait();
        }
        return reader;
    }
}
