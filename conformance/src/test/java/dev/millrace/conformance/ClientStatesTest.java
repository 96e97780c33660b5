package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.broker.Broker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In every state of its life, {@code KafkaStreams} gives and refuses the same on both engines, with the same exceptions. */
class ClientStatesTest {

    @Test
    void clientsRefuseAlike(@TempDir Path directory) {
        List<String> expected = refusals(Engine.REFERENCE, directory.resolve("reference"));
        List<String> found = refusals(Engine.MILLRACE, directory.resolve("millrace"));

        assertThat(expected)
                .contains("restoring: REBALANCING", "  stale store: value", "failed: ERROR", "closed: NOT_RUNNING");
        assertThat(found).isEqualTo(expected);
    }

    /** Each engine gets a broker of its own, so that neither reads what made the other one fail. */
    private static List<String> refusals(Engine engine, Path directory) {
        try (Broker broker = Broker.start(directory.resolve("kafka"))) {
            broker.createTopics(List.of("in", "restored"));
            return engine.refuse(broker.bootstrapServers(), directory.resolve("state"))
                    .lines();
        }
    }
}
