package dev.millrace.state.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.errors.LockException;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.TaskId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.helpers.NOPLogger;

class StateDirectoryTest {
    private static final TaskId TASK = new TaskId(0, 1);
    private static final TaskId OTHER_TASK = new TaskId(12, 0);

    @TempDir
    Path stateDir;

    private final AtomicLong nowMs = new AtomicLong(1_000_000);
    private final AtomicLong uuids = new AtomicLong();

    private StateDirectory open() {
        return open(stateDir);
    }

    private StateDirectory open(Path directory) {
        return open(directory, false);
    }

    private StateDirectory open(Path directory, boolean groupMayWrite) {
        return StateDirectory.open(
                directory,
                groupMayWrite,
                "app",
                () -> new UUID(7, uuids.incrementAndGet()),
                nowMs::get,
                NOPLogger.NOP_LOGGER);
    }

    @Test
    void aTaskHasItsDirectoryUnderTheApplication() {
        try (StateDirectory directory = open();
                TaskDirectory task = directory.acquire(TASK);
                TaskDirectory global = directory.acquireGlobal()) {
            assertThat(task.path()).isEqualTo(stateDir.resolve("app/0_1")).isDirectory();
            assertThat(task.database()).isEqualTo(stateDir.resolve("app/0_1/database"));
            assertThat(global.path()).isEqualTo(stateDir.resolve("app/global")).isDirectory();
            assertThat(directory.tasks()).containsExactly(TASK);
        }
    }

    @Test
    void theGroupMayWriteToNewDirectoriesIfThatIsAllowed() throws IOException {
        try (StateDirectory directory = open(stateDir, true);
                TaskDirectory task = directory.acquire(TASK)) {
            assertThat(permissions(directory.path())).isEqualTo("rwxrwx---");
            assertThat(permissions(task.path())).isEqualTo("rwxrwx---");
        }
        try (StateDirectory directory = open(stateDir, false);
                TaskDirectory other = directory.acquire(OTHER_TASK)) {
            assertThat(permissions(other.path())).isEqualTo("rwxr-x---");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aTaskHasOneOwnerAtATime() {
        try (StateDirectory directory = open()) {
            TaskDirectory owned = directory.acquire(TASK);
            assertThatThrownBy(() -> directory.acquire(TASK))
                    .isInstanceOf(LockException.class)
                    .hasMessageContaining("0_1");

            owned.close();
            owned.close();
            directory.acquire(TASK).close();
        }
    }

    @Test
    void instancesOfOneProcessShareTheDirectoryButNotItsTasks() {
        try (StateDirectory first = open();
                StateDirectory second = open()) {
            TaskDirectory owned = first.acquire(TASK);
            assertThatThrownBy(() -> second.acquire(TASK)).isInstanceOf(LockException.class);
            second.acquire(OTHER_TASK).close();

            owned.close();
            second.acquire(TASK).close();
        }
    }

    @Test
    void closingTheInstanceLetsGoOfItsTasks() {
        StateDirectory first = open();
        first.acquire(TASK);
        try (StateDirectory second = open()) {
            first.close();
            first.close();
            second.acquire(TASK).close();
        }
        assertThatThrownBy(() -> first.acquire(TASK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aProcessIdIsKeptAcrossRestartsAndDiffersBetweenInstances() {
        UUID first;
        UUID second;
        try (StateDirectory one = open();
                StateDirectory two = open()) {
            first = one.processId();
            second = two.processId();
        }
        assertThat(first).isNotEqualTo(second);
        try (StateDirectory one = open();
                StateDirectory two = open()) {
            assertThat(one.processId()).isEqualTo(first);
            assertThat(two.processId()).isEqualTo(second);
        }
        assertThat(uuids.get()).isEqualTo(2);
    }

    @Test
    void aDamagedFileOfProcessIdsIsWrittenAnew() throws IOException {
        open().close();
        Files.writeString(stateDir.resolve("app/.process-ids"), "damaged");

        UUID anew;
        try (StateDirectory directory = open()) {
            anew = directory.processId();
        }
        try (StateDirectory directory = open()) {
            assertThat(directory.processId()).isEqualTo(anew);
        }
    }

    @Test
    @Timeout(60)
    void anotherProcessIsKeptOutUntilTheFirstIsKilled() throws Exception {
        Process process = start(stateDir);
        try {
            String otherId = firstLine(process);

            assertThatThrownBy(this::open)
                    .isInstanceOf(StreamsException.class)
                    .hasMessageContaining(stateDir.resolve("app").toString())
                    .hasMessageContaining("process " + process.pid())
                    .hasMessageContaining("state.dir");

            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            try (StateDirectory directory = open()) {
                assertThat(directory.processId()).hasToString(otherId);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(60)
    void thisProcessKeepsOthersOutForAsLongAsOneOfItsInstancesIsOpen() throws Exception {
        StateDirectory first = open();
        try (StateDirectory second = open()) {
            first.close();
            Process process = start(stateDir);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(second.tasks()).isEmpty();
        }
    }

    @Test
    void removeAllDeletesTasksAndGlobalStoresThatNobodyOwns() throws IOException {
        try (StateDirectory directory = open();
                StateDirectory other = open();
                TaskDirectory owned = other.acquire(OTHER_TASK)) {
            fill(directory.acquire(TASK));
            fill(directory.acquireGlobal());
            Files.createDirectory(stateDir.resolve("app/mine"));

            directory.removeAll();

            assertThat(stateDir.resolve("app/0_1")).doesNotExist();
            assertThat(stateDir.resolve("app/global")).doesNotExist();
            assertThat(owned.path()).isDirectory();
            assertThat(stateDir.resolve("app/mine")).isDirectory();
        }
    }

    @Test
    void theOwnerMayDiscardItsDatabaseAndKeepsOtherFiles() throws IOException {
        try (StateDirectory directory = open()) {
            fill(directory.acquire(TASK));
            try (TaskDirectory task = directory.acquire(TASK)) {
                Files.writeString(task.path().resolve("own-file"), "of a custom store");
                task.discardDatabase();
                task.discardDatabase();

                assertThat(task.database()).doesNotExist();
                assertThat(task.path().resolve("own-file")).exists();
            }
        }
    }

    @Test
    void onlyTasksThatNobodyUsedForTheDelayAreObsolete() throws IOException {
        try (StateDirectory directory = open()) {
            fill(directory.acquire(TASK));
            nowMs.addAndGet(500);
            fill(directory.acquire(OTHER_TASK));
            nowMs.addAndGet(500);
            TaskDirectory owned = directory.acquire(new TaskId(3, 3));
            Files.setLastModifiedTime(owned.path(), FileTime.fromMillis(0));

            assertThat(directory.removeObsolete(1_001)).isZero();
            assertThat(directory.removeObsolete(1_000)).isEqualTo(1);

            assertThat(directory.tasks()).containsExactly(new TaskId(3, 3), OTHER_TASK);
        }
    }

    @Test
    void aDeletionThatACrashInterruptedIsFinishedAtTheNextStart() throws IOException {
        Files.createDirectories(stateDir.resolve("app/.deleted-0_1/database"));

        try (StateDirectory directory = open()) {
            assertThat(directory.tasks()).isEmpty();
        }
        assertThat(stateDir.resolve("app/.deleted-0_1")).doesNotExist();
    }

    @Test
    void aFileInPlaceOfTheDirectoryFailsAtOnce() throws IOException {
        Path file = Files.writeString(stateDir.resolve("file"), "text");

        assertThatThrownBy(() -> open(file))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("state.dir=" + file);
    }

    @Test
    void aDirectoryOfALaterVersionIsRefused() throws IOException {
        open().close();
        Files.writeString(stateDir.resolve("app/.version"), "2\n");

        assertThatThrownBy(this::open).isInstanceOf(StreamsException.class).hasMessageContaining("version 2");

        Files.writeString(stateDir.resolve("app/.version"), "1\n");
        open().close();
    }

    @Test
    void othersOnTheMachineCannotReadIt() throws IOException {
        try (StateDirectory directory = open();
                TaskDirectory task = directory.acquire(TASK)) {
            for (Path path : List.of(directory.path(), task.path())) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .endsWith("---");
            }
        }
    }

    private static void fill(TaskDirectory task) throws IOException {
        try (task) {
            Files.createDirectories(task.database());
            Files.writeString(task.database().resolve("content"), "content");
        }
    }

    private static Process start(Path stateDir) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        stateDir.toString(),
                        "app")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        return reader.readLine();
    }
}
