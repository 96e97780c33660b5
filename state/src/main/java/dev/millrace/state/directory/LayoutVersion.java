package dev.millrace.state.directory;

import dev.millrace.streams.errors.StreamsException;
import java.nio.file.Path;

/** The version of the layout of a state directory, so that an older program does not misread what a newer one wrote. */
final class LayoutVersion {
    private static final String CURRENT = "1";

    private LayoutVersion() {}

    /** Writes the version if there is none; refuses a directory of another version. */
    static void check(Path root) {
        Path file = root.resolve(".version");
        String found = Folders.read(file).strip();
        if (found.isEmpty()) {
            Folders.write(file, CURRENT + "\n");
        } else if (!found.equals(CURRENT)) {
            throw new StreamsException(file + " says version " + found + ", this program knows version " + CURRENT
                    + "; use the program that wrote it, or delete " + root + " to restore from the changelogs");
        }
    }
}
