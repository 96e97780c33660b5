package dev.millrace.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.embedded.EmbeddedKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that was compiled against the published jars does the same on the drop-in jars, without being recompiled. */
class UnmodifiedApplicationTest {
    private static Path home;
    private static Application application;

    @TempDir
    Path directory;

    @BeforeAll
    static void compile(@TempDir Path temporary) throws Exception {
        home = temporary;
        application = Application.compiledAgainst(Jars.PUBLISHED, Files.createDirectory(home.resolve("classes")));
    }

    @AfterAll
    static void forget() {
        application = null;
    }

    @Test
    void inTheTestDriverTheSameComesOut() throws Exception {
        String expected = application.run(
                Jars.PUBLISHED, "driver", directory.resolve("published").toString());

        assertThat(expected).contains("Sub-topology: 0", "sales ", "unknown ", "repeated ", "last-seen ");
        assertThat(application.run(
                        Jars.DROP_IN, "driver", directory.resolve("drop-in").toString()))
                .isEqualTo(expected);
    }

    @Test
    void namesThatLibrariesLinkToAreThere() throws Exception {
        assertThat(application.run(Jars.DROP_IN, "links")).isEqualTo(application.run(Jars.PUBLISHED, "links"));
    }

    /** Each engine starts an application, stops, and the other one goes on with its topics, from nothing but the changelog. */
    @Test
    void onABrokerTheSameComesOutAndEitherEngineGoesOnWhereTheOtherStopped() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(home.resolve("broker"))) {
            String first = round(kafka, Jars.PUBLISHED, "forth", 1);
            assertThat(first).contains("to=4", "be=2");
            assertThat(round(kafka, Jars.DROP_IN, "back", 1)).isEqualTo(first);

            String second = round(kafka, Jars.DROP_IN, "forth", 2);
            assertThat(second).contains("to=8", "be=4");
            assertThat(round(kafka, Jars.PUBLISHED, "back", 2)).isEqualTo(second);
        }
    }

    private String round(EmbeddedKafka kafka, Jars jars, String applicationId, int round) throws Exception {
        String stateDir = directory.resolve(applicationId + round).toString();
        return application.run(
                jars, "broker", kafka.bootstrapServers(), applicationId, stateDir, Integer.toString(round));
    }
}
