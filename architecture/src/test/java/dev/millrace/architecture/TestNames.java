package dev.millrace.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests of the repository, as documentation names them: {@code Class.method}. */
final class TestNames {
    private final Map<String, String> sources;

    /** Reads all test classes below a folder. */
    TestNames(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            sources = files.filter(file -> file.toString().contains("/src/test/java/")
                            && file.getFileName().toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            TestNames::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }

    /** Whether there is such a method, and it is a test. */
    boolean contains(String name) {
        int dot = name.indexOf('.');
        String source = sources.getOrDefault(name.substring(0, dot), "");
        int method = source.indexOf(" void " + name.substring(dot + 1) + "(");
        return method >= 0 && isTest(source.substring(source.lastIndexOf("\n\n", method), method));
    }

    private static boolean isTest(String annotations) {
        return annotations.contains("@Test\n") || annotations.contains("@ParameterizedTest");
    }
}
