package dev.millrace.rocksdb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.helpers.NOPLogger;

/**
 * A process that commits one step after the other, says so each time, and waits to be killed.
 *
 * <p>What a step changes follows from its number alone, and its number is the changelog offset it commits, so from the offset
 * that is found afterwards follows what the content must be.
 */
final class CommitLoop {
    static final TopicPartition CHANGELOG = new TopicPartition("app-left-changelog", 0);
    private static final int KEYS = 500;

    private CommitLoop() {}

    public static void main(String[] arguments) {
        try (RocksDatabases databases = databases();
                StateDatabase database = open(databases, Path.of(arguments[0]))) {
            Long reached = database.changelogOffset(CHANGELOG);
            for (long step = reached == null ? 1 : reached + 1; step < Long.MAX_VALUE; step++) {
                try (StateTransaction transaction = database.begin()) {
                    apply(step, database, transaction);
                    transaction.commit();
                }
                System.out.println(step);
            }
        }
    }

    /** With so little memory that tables are written and merged all the time. */
    static RocksDatabases databases() {
        return new RocksDatabases(8 << 20, 1 << 20, null, Map.of(), Runnable::run, NOPLogger.NOP_LOGGER);
    }

    static StateDatabase open(RocksDatabases databases, Path directory) {
        return databases.open(directory, List.of("left", "right"), Map.of("left", CHANGELOG.topic()));
    }

    static void apply(long step, StateDatabase database, StateTransaction transaction) {
        for (int i = 0; i < 20; i++) {
            transaction.put(database.store("left"), key(step * 31 + i * 17L), value(step));
        }
        transaction.put(database.store("right"), key(step), value(step));
        transaction.delete(database.store("left"), key(step * 7));
        if (step % 20 == 0) {
            long from = step % (KEYS - 50);
            transaction.deleteRange(database.store("left"), key(from), key(from + 40));
        }
        transaction.changelogOffset(CHANGELOG, step);
    }

    private static byte[] key(long number) {
        return String.format("key%04d", number % KEYS).getBytes(US_ASCII);
    }

    private static byte[] value(long step) {
        return Arrays.copyOf(("step " + step).getBytes(US_ASCII), 500);
    }
}
