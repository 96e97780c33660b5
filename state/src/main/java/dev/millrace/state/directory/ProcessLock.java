package dev.millrace.state.directory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.streams.errors.StreamsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's lock that keeps other processes out of a directory; it ends with the process, however that ends.
 *
 * <p>The file says who holds the lock, for the message to whoever does not get it. The locked region lies far behind that
 * text, because on some systems what is locked cannot be read. The file is never deleted: a process that had it open would
 * hold the lock of a file that nobody else sees.
 */
final class ProcessLock implements AutoCloseable {
    private static final long REGION = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    static ProcessLock take(Path root) {
        Path file = root.resolve(".lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return lock(root, channel);
        } catch (IOException failed) {
            throw new StreamsException(
                    file + " cannot be locked: " + failed.getMessage()
                            + "; state.dir must be on a file system that supports locks",
                    failed);
        }
    }

    private static ProcessLock lock(Path root, FileChannel channel) throws IOException {
        boolean locked = false;
        try {
            if (tryLock(channel) == null) {
                throw new StreamsException(root + " is in use by process " + owner(channel)
                        + "; give every process its own state.dir, or stop the other one");
            }
            locked = true;
            sign(channel);
            return new ProcessLock(channel);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(REGION, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            // By a copy of this class from another class loader, or we would share its tenancy.
            return null;
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        channel.truncate(0);
        channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        String pid = US_ASCII.decode(text.flip()).toString().strip();
        return pid.isEmpty() ? "(unknown)" : pid;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new StreamsException("The lock of a state directory cannot be released: " + failed, failed);
        }
    }
}
