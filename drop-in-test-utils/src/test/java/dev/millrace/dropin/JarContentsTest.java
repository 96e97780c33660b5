package dev.millrace.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Nothing in the jars has, or names, the package that was renamed. */
class JarContentsTest {

    @Test
    void noClassAndNoServiceHasTheOldPackage() {
        assertThat(Jars.DROP_IN.entries())
                .noneMatch(entry -> entry.contains("dev/millrace/streams/"))
                .noneMatch(entry -> entry.startsWith("META-INF/services/dev.millrace.streams"))
                .contains("META-INF/services/org.apache.kafka.streams.spi.RuntimeProvider")
                .contains("org/apache/kafka/streams/TopologyTestDriver.class");
    }

    @Test
    void noClassNamesTheOldPackage() throws IOException {
        List<String> naming = new ArrayList<>();
        for (Path jar : List.of(Jars.DROP_IN.library(), Jars.DROP_IN.testUtils())) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .filter(entry -> !entry.getName().startsWith("META-INF/maven/"))
                        .filter(entry -> names(file, entry))
                        .forEach(entry -> naming.add(entry.getName()));
            }
        }

        assertThat(naming).isEmpty();
    }

    private static boolean names(JarFile jar, JarEntry entry) {
        try (InputStream content = jar.getInputStream(entry)) {
            String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.contains("dev.millrace.streams") || text.contains("dev/millrace/streams");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
