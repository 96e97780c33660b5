package dev.millrace.driver;

import dev.millrace.streams.processor.TaskId;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Directories for stores of the user's that keep files: made when asked for, deleted with the driver. */
final class TaskFiles {
    private final Path application;
    private final Set<Path> made = new HashSet<>();

    TaskFiles(Path stateDir, String applicationId) {
        this.application = stateDir.resolve(applicationId);
    }

    File of(TaskId id) {
        Path directory = application.resolve(id.subtopology() < 0 ? "global" : id.toString());
        try {
            made.add(Files.createDirectories(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + directory + ", check state.dir", e);
        }
        return directory.toFile();
    }

    void delete() {
        if (!made.isEmpty()) {
            deleteTree(application);
        }
    }

    private static void deleteTree(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + root, e);
        }
    }
}
