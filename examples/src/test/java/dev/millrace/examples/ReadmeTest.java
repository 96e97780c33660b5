package dev.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows code that compiles. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path WORD_COUNT = Path.of("src/main/java/dev/millrace/examples/wordcount/WordCount.java");

    @Test
    void theReadmeShowsTheWordCountThatRuns() throws IOException {
        assertThat(Files.readString(README)).contains("```java\n" + Files.readString(WORD_COUNT) + "```\n");
    }
}
