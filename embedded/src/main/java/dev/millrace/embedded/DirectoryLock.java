package dev.millrace.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ownership of a broker's directory: a lock of the operating system on a file in it, which holds the owner's pid.
 *
 * <p>The operating system frees the lock when its process dies, however it dies, so a stale file never matters. What it
 * says does: a broker that is stopped empties the file, so a pid that is found in a file that nobody locks tells that
 * the last broker was killed ({@link #lastOwnerWasKilled()}).
 *
 * <p>Kafka has a lock of its own, but only looks at it after it has opened the metadata log, where a second broker dies
 * of a fault before it gets to the question.
 */
final class DirectoryLock implements AutoCloseable {
    private static final String FILE = "broker.pid";

    /** Far behind the pid, because some systems do not let others read the bytes that are locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * The directories owned by this JVM. It must be asked before the file is opened: POSIX drops a process's lock on a
     * file as soon as the process closes any channel to it.
     */
    private static final Set<Path> OWNED_HERE = new HashSet<>();

    private final Path directory;
    private final FileChannel channel;
    private final boolean lastOwnerWasKilled;
    private final Deque<Path> created;

    private DirectoryLock(Path directory, FileChannel channel, Deque<Path> created) throws IOException {
        this.directory = directory;
        this.channel = channel;
        this.created = created;
        this.lastOwnerWasKilled = channel.size() > 0;
        write(Long.toString(ProcessHandle.current().pid()));
    }

    /** Creates the directory if need be and takes ownership of it. */
    static DirectoryLock acquire(Path directory) {
        Deque<Path> created = new ArrayDeque<>();
        try {
            create(directory.toAbsolutePath().normalize(), created);
            return lock(directory.toRealPath(), created);
        } catch (IOException e) {
            delete(created);
            throw new BrokerException(
                    "Cannot use " + directory + " as the directory of a broker: " + reason(e)
                            + ". Give a directory that this process may create files in.",
                    e);
        }
    }

    private static void create(Path directory, Deque<Path> created) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            create(parent, created);
        }
        Files.createDirectory(directory);
        created.push(directory);
    }

    private static DirectoryLock lock(Path directory, Deque<Path> created) throws IOException {
        synchronized (OWNED_HERE) {
            if (OWNED_HERE.contains(directory)) {
                throw new DirectoryInUseException(
                        directory, OptionalLong.of(ProcessHandle.current().pid()));
            }
            Path file = directory.resolve(FILE);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (tryLock(channel) == null) {
                    throw new DirectoryInUseException(directory, pidIn(channel));
                }
                DirectoryLock lock = new DirectoryLock(directory, channel, created);
                OWNED_HERE.add(directory);
                return lock;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // owned by a copy of this class under another class loader
        }
    }

    private static OptionalLong pidIn(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.toString(Long.MAX_VALUE).length());
        channel.read(bytes, 0);
        String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        return pid.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(pid));
    }

    private void write(String pid) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    /** The directory, with symbolic links resolved. */
    Path directory() {
        return directory;
    }

    /** Whether the broker that had this directory before ended without stopping. */
    boolean lastOwnerWasKilled() {
        return lastOwnerWasKilled;
    }

    /** Gives the directory back after a broker that stopped as it should. */
    @Override
    public void close() {
        release(() -> write(""));
    }

    /** Gives the directory back after a broker that failed: the file keeps saying that it did not stop. */
    void closeAfterFailure() {
        release(() -> {});
    }

    /** Gives the directory back as if it had never been taken, and removes what was created for it. */
    void undo() {
        release(() -> {
            if (!lastOwnerWasKilled) {
                write("");
            }
            if (!created.isEmpty()) {
                Files.deleteIfExists(directory.resolve(FILE));
                delete(created);
            }
        });
    }

    private void release(FileAction last) {
        synchronized (OWNED_HERE) {
            try (channel) {
                last.run();
            } catch (IOException e) {
                throw new BrokerException("Cannot release the directory of a broker, " + directory, e);
            } finally {
                OWNED_HERE.remove(directory);
            }
        }
    }

    private static void delete(Deque<Path> directories) {
        try {
            for (Path directory : directories) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            // A directory that has got content meanwhile is somebody's: it stays.
        }
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + " (" + e.getMessage() + ")";
    }

    /** One last thing to do with the file while it is still locked. */
    private interface FileAction {
        void run() throws IOException;
    }
}
