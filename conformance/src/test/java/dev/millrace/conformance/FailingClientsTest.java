package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.broker.Broker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails in the user's code, or in global stores, is told alike on both engines, and ends the same clients. */
class FailingClientsTest {

    @Test
    void clientsFailAlike(@TempDir Path directory) {
        List<String> expected = failures(Engine.REFERENCE, directory.resolve("reference"));
        List<String> found = failures(Engine.MILLRACE, directory.resolve("millrace"));

        assertThat(expected)
                .contains(
                        "end of bad later",
                        "record: StreamsException Optional[0_0], IllegalStateException, ",
                        "everywhere: both ended, told of [IllegalStateException, ]");
        assertThat(found).isEqualTo(expected);
    }

    /** Each engine gets a broker of its own, so that neither reads what made the other one fail. */
    private static List<String> failures(Engine engine, Path directory) {
        try (Broker broker = Broker.start(directory.resolve("kafka"))) {
            broker.createTopics(List.of("in", "rows", "poisons"));
            return engine.fail(broker.bootstrapServers(), directory.resolve("state"))
                    .lines();
        }
    }
}
