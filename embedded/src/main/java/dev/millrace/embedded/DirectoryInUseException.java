package dev.millrace.embedded;

import java.nio.file.Path;
import java.util.OptionalLong;

/** The refusal to start a broker on a directory on which another one is running. */
public final class DirectoryInUseException extends BrokerException {
    private final transient Path directory;
    private final transient OptionalLong ownerPid;

    DirectoryInUseException(Path directory, OptionalLong ownerPid) {
        super("A broker is already running on directory " + directory + ", in " + process(ownerPid)
                + ". Stop it first, or give this broker a directory of its own.");
        this.directory = directory;
        this.ownerPid = ownerPid;
    }

    private static String process(OptionalLong pid) {
        if (pid.isEmpty()) {
            return "a process that has not written its id yet";
        }
        boolean thisOne = pid.getAsLong() == ProcessHandle.current().pid();
        return "process " + pid.getAsLong() + (thisOne ? " (this one)" : "");
    }

    /** The directory that was asked for. */
    public Path directory() {
        return directory;
    }

    /** The process that owns the directory; empty in the instant before the owner has written it down. */
    public OptionalLong ownerPid() {
        return ownerPid;
    }
}
