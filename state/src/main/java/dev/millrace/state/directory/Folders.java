package dev.millrace.state.directory;

import dev.millrace.streams.errors.ProcessorStateException;
import dev.millrace.streams.errors.StreamsException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What this package asks of the file system, with messages that name the path. */
final class Folders {
    private static final String DOOMED = ".deleted-";

    private final String permissions;

    /** Records can be private: others on the machine need not read them. */
    Folders(boolean groupMayWrite) {
        this.permissions = groupMayWrite ? "rwxrwx---" : "rwxr-x---";
    }

    /** The application's directory, made if need be; fails before start if it is of no use. */
    Path createUsable(Path stateDir, String applicationId) {
        Path root = stateDir.resolve(applicationId);
        try {
            make(root);
        } catch (IOException failed) {
            throw new StreamsException(
                    "state.dir=" + stateDir + ": the directory " + root + " cannot be created (" + failed
                            + "); set state.dir to a directory that this process may write to",
                    failed);
        }
        if (!Files.isWritable(root) || !Files.isReadable(root) || !Files.isExecutable(root)) {
            throw new StreamsException("state.dir=" + stateDir + ": this process may not read and write " + root
                    + "; change its permissions, or set state.dir to another directory");
        }
        return root;
    }

    static Path realPath(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException failed) {
            throw fault(root, "cannot be resolved", failed);
        }
    }

    void create(Path folder) {
        try {
            make(folder);
        } catch (IOException failed) {
            throw fault(folder, "cannot be created", failed);
        }
    }

    /** What is new gets its permissions afterwards too: the process's own mask may have taken some away. */
    private void make(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(path);
            return;
        }
        Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(permissions);
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(wanted));
        Files.setPosixFilePermissions(path, wanted);
    }

    static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException failed) {
            throw fault(folder, "cannot be listed", failed);
        }
    }

    static long lastUsedMs(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toMillis();
        } catch (NoSuchFileException gone) {
            return Long.MAX_VALUE;
        } catch (IOException failed) {
            throw fault(folder, "has no readable time", failed);
        }
    }

    static void markUsed(Path folder, long timeMs) {
        try {
            Files.setLastModifiedTime(folder, FileTime.fromMillis(timeMs));
        } catch (NoSuchFileException deletedByItsOwner) {
            // Then there is nothing that could become obsolete.
        } catch (IOException failed) {
            throw fault(folder, "cannot be marked as used", failed);
        }
    }

    /** The text of a file, empty if there is none. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException failed) {
            throw fault(file, "cannot be read", failed);
        }
    }

    /** Writes a file so that after a crash it has either the old text or the new. */
    static void write(Path file, String text) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw fault(file, "cannot be written", failed);
        }
    }

    /** Deletes a folder: first its name, so that a crash cannot leave half a folder under it. */
    static void delete(Path folder) {
        Path doomed = folder.resolveSibling(DOOMED + folder.getFileName());
        try {
            deleteTree(doomed);
            Files.move(folder, doomed, StandardCopyOption.ATOMIC_MOVE);
            deleteTree(doomed);
        } catch (NoSuchFileException gone) {
            // Somebody was faster.
        } catch (IOException failed) {
            throw fault(folder, "cannot be deleted", failed);
        }
    }

    /** Deletes what a crash kept {@link #delete} from deleting. */
    static void finishDeletions(Path root) {
        for (Path folder : children(root)) {
            if (folder.getFileName().toString().startsWith(DOOMED)) {
                try {
                    deleteTree(folder);
                } catch (IOException failed) {
                    throw fault(folder, "cannot be deleted", failed);
                }
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(folder, new Deletion());
        }
    }

    private static ProcessorStateException fault(Path path, String what, IOException cause) {
        return new ProcessorStateException(
                path + " " + what + " (" + cause + "); check the permissions and the disk of state.dir", cause);
    }

    /** Deletes what it visits; links, not what they point to. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) throws IOException {
            if (failed != null) {
                throw failed;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
