package dev.millrace.rocksdb;

import dev.millrace.streams.errors.ProcessorStateException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Says what went wrong with a database, where, and what can be done. */
final class Faults {
    private Faults() {}

    static ProcessorStateException opening(Path directory, RocksDBException cause) {
        Status.Code code = cause.getStatus() == null ? null : cause.getStatus().getCode();
        if (code == Status.Code.Corruption) {
            return damaged(directory, String.valueOf(cause.getMessage()), cause);
        }
        if (code == Status.Code.IOError && String.valueOf(cause.getMessage()).contains("lock")) {
            return new ProcessorStateException(
                    "The database in " + directory + " is open already (" + cause.getMessage()
                            + "); close it there first",
                    cause);
        }
        return new ProcessorStateException(
                "The database in " + directory + " cannot be opened: " + cause.getMessage()
                        + "; check the disk, the permissions and what rocksdb.config.setter sets",
                cause);
    }

    static ProcessorStateException damaged(Path directory, String how, @Nullable Throwable cause) {
        return new ProcessorStateException(
                "The database in " + directory + " is damaged: " + how
                        + ". Nothing was changed. Delete that directory, and the task restores its stores from their changelogs",
                cause);
    }

    static ProcessorStateException files(Path path, String what, IOException cause) {
        return new ProcessorStateException(
                path + " " + what + ": " + cause + "; check the disk and the permissions", cause);
    }

    static ProcessorStateException using(Path directory, String what, RocksDBException cause) {
        if (cause.getStatus() != null && cause.getStatus().getCode() == Status.Code.Corruption) {
            return damaged(directory, what + ": " + cause.getMessage(), cause);
        }
        return new ProcessorStateException(
                what + " failed in the database in " + directory + ": " + cause.getMessage() + "; check the disk",
                cause);
    }
}
