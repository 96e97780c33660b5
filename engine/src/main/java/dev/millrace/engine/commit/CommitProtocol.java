package dev.millrace.engine.commit;

import dev.millrace.engine.task.Task;
import java.util.Collection;

/**
 * The steps by which what tasks did becomes final.
 *
 * <p>Both protocols share one order: outputs and changelogs first, then input offsets, then the local stores with the offsets
 * that their changelogs have reached. The stores come last because they alone can catch up: a crash before the last step
 * leaves them one commit behind, and the tail of the changelog brings them there. A store is never ahead of what the group
 * agreed on.
 *
 * <pre>
 *             at-least-once                         exactly-once
 *             -------------                         ------------
 *             drain the operators                   drain the operators
 *             changelogs to the sink                changelogs to the sink
 *             wait for acknowledgement              input offsets to the transaction
 *             commit input offsets                  commit the transaction
 *             commit the stores                     commit the stores
 * </pre>
 *
 * <p>Whatever a step throws leaves the steps after it undone. The worker then closes the tasks, which discards what their
 * stores did not commit, calls {@link #recover}, and opens them again at the committed offsets.
 */
public interface CommitProtocol {

    /** Gets ready: settles what an earlier owner of this worker's identity may have left open. */
    void start();

    /** Called before records are processed, so that whatever they send belongs to the coming commit. */
    void beforeWork();

    /** Called when there is nothing left to process: what was sent should be seen soon, not only with the coming commit. */
    void idle();

    /** Whether some tasks of the worker may be committed without the others. */
    boolean commitsApart();

    /**
     * Commits all that happened in {@code tasks}: all running tasks of the worker, or some of them if they may be committed
     * apart.
     */
    void commit(Collection<Task> tasks);

    /** After a failure, and only when all tasks are closed: forgets what was sent and not committed. */
    void recover();

    /** Ends: gives up what was sent and not committed. */
    void close();
}
