package dev.millrace.state.directory;

import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.helpers.NOPLogger;

/** A process that uses a state directory until it is killed, or its input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (StateDirectory directory = StateDirectory.open(
                Path.of(arguments[0]),
                false,
                arguments[1],
                UUID::randomUUID,
                System::currentTimeMillis,
                NOPLogger.NOP_LOGGER)) {
            System.out.println(directory.processId());
            int end = System.in.read();
            System.out.println("ended: " + end);
        }
    }
}
