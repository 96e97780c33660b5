package dev.millrace.state;

/**
 * Lets a caching store put the record that last wrote a key in the place of the task's current record, for as long as the
 * key's update is being emitted.
 */
public interface EmissionScope {

    /** From now until {@link #leave()} the task's current record is {@code lastWriter}. Scopes nest. */
    void enter(RecordOrigin lastWriter);

    /** Ends the scope entered last. */
    void leave();
}
