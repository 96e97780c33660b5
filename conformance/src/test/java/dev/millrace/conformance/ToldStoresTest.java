package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.broker.Broker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores of the user's making are restored, and told to commit, alike by both engines. */
class ToldStoresTest {

    @Test
    void storesAreToldAlike(@TempDir Path directory) {
        List<String> expected = told(Engine.REFERENCE, directory.resolve("reference"));
        List<String> found = told(Engine.MILLRACE, directory.resolve("millrace"));

        assertThat(expected)
                .contains(
                        "  plain: committed offset of telling-plain-changelog-0: 1",
                        "  stamps: restore c 00000000000003e876616c75652d63",
                        "  plain-unmanaged: restore in a batch a 76616c75652d61",
                        "  plain: callback");
        assertThat(found).isEqualTo(expected);
    }

    private static List<String> told(Engine engine, Path directory) {
        try (Broker broker = Broker.start(directory.resolve("kafka"))) {
            broker.createTopics(List.of("in"));
            return engine.tell(broker.bootstrapServers(), directory.resolve("state"))
                    .lines();
        }
    }
}
