package dev.millrace.state.directory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * The process ids of an application's directory: line by line, those of the first, second ... instance that a process runs
 * at a time. They are kept so that an instance, restarted, can shut out what is left of its own past.
 */
final class ProcessIds {
    private ProcessIds() {}

    /** The id of instance {@code number}, made and written if it is new. */
    static UUID at(Path root, int number, Supplier<UUID> uuids, Logger log) {
        Path file = root.resolve(".process-ids");
        List<UUID> ids = parse(file, log);
        if (ids.size() <= number) {
            while (ids.size() <= number) {
                ids.add(uuids.get());
            }
            Folders.write(
                    file, String.join("\n", ids.stream().map(UUID::toString).toList()) + "\n");
        }
        return ids.get(number);
    }

    private static List<UUID> parse(Path file, Logger log) {
        List<UUID> ids = new ArrayList<>();
        for (String line : Folders.read(file).lines().toList()) {
            try {
                ids.add(UUID.fromString(line.strip()));
            } catch (IllegalArgumentException malformed) {
                log.warn("{} has a line that is no UUID, new ids are made from there on: {}", file, line);
                return ids;
            }
        }
        return ids;
    }
}
