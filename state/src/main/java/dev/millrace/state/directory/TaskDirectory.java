package dev.millrace.state.directory;

import java.nio.file.Path;
import java.util.function.Consumer;

/** The directory of one task, which belongs to whoever has this object until it is closed. */
public final class TaskDirectory implements AutoCloseable {
    private final Path path;
    private final Consumer<TaskDirectory> release;

    TaskDirectory(Path path, Consumer<TaskDirectory> release) {
        this.path = path;
        this.release = release;
    }

    /** Where stores that bring their own files may put them. */
    public Path path() {
        return path;
    }

    /** Where the engine's database is, or will be. */
    public Path database() {
        return path.resolve("database");
    }

    /** Deletes the database, which must be closed; what is next opened there restores from the changelogs. */
    public void discardDatabase() {
        Folders.delete(database());
    }

    /** Lets go; another owner may follow. Call it after everything that has files open in here is closed. */
    @Override
    public void close() {
        release.accept(this);
    }
}
