package dev.millrace.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.memory.MemoryDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {
    private static final int KILLS = 12;

    @TempDir
    Path folder;

    private final Random dice = new Random(42);

    @Test
    @Timeout(300)
    void afterEveryKillTheContentIsExactlyTheStateOfItsOffset() throws Exception {
        long reached = 0;
        for (int i = 0; i < KILLS; i++) {
            long seen = runAndKill(reached + 1 + dice.nextInt(1_000));
            reached = verify();
            // Nothing that was reported as committed is lost.
            assertThat(reached).isGreaterThanOrEqualTo(seen);
        }
    }

    /** Lets the loop run until it has reported {@code step}, kills it, and says what it reported last. */
    private long runAndKill(long step) throws IOException, InterruptedException {
        Process process = start();
        long seen = 0;
        try (BufferedReader reports = process.inputReader(StandardCharsets.US_ASCII)) {
            while (seen < step) {
                String report = reports.readLine();
                assertThat(report).as("a report before step " + step).isNotNull();
                seen = Long.parseLong(report);
            }
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return seen;
        } finally {
            process.destroyForcibly();
        }
    }

    private long verify() {
        try (RocksDatabases databases = CommitLoop.databases();
                StateDatabase database = CommitLoop.open(databases, folder.resolve("database"));
                StateDatabase expected = new MemoryDatabase()) {
            Long offset = database.changelogOffset(CommitLoop.CHANGELOG);
            assertThat(offset).isNotNull();
            try (StateTransaction transaction = expected.begin()) {
                for (long step = 1; step <= offset; step++) {
                    CommitLoop.apply(step, expected, transaction);
                }
                transaction.commit();
            }
            for (String store : new String[] {"left", "right"}) {
                assertThat(StateDatabaseContract.all(database.store(store)))
                        .isEqualTo(StateDatabaseContract.all(expected.store(store)));
            }
            return offset;
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommitLoop.class.getName(),
                        folder.resolve("database").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
