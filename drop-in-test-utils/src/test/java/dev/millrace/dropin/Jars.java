package dev.millrace.dropin;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The jars of one side: a library, its test utilities and what they depend on.
 *
 * @param library what an application declares
 * @param testUtils what its tests declare
 * @param dependencies what comes with both
 */
record Jars(Path library, Path testUtils, List<Path> dependencies) {
    static final Jars PUBLISHED = new Jars(
            jar("published"),
            jar("published-test-utils"),
            onClassPath(
                    "kafka-clients",
                    "rocksdbjni",
                    "slf4j-api",
                    "jackson-annotations",
                    "jackson-core",
                    "jackson-databind"));

    static final Jars DROP_IN = new Jars(
            jar("drop-in"), jar("drop-in-test-utils"), onClassPath("kafka-clients", "rocksdbjni", "slf4j-api"));

    /** All of them, the library first. */
    List<Path> classPath() {
        return Stream.concat(Stream.of(library, testUtils), dependencies.stream())
                .toList();
    }

    /** The names of the library's and the test utilities' entries. */
    List<String> entries() {
        return Stream.of(library, testUtils).flatMap(Jars::entriesOf).toList();
    }

    /** A loader that sees these jars and nothing else of ours. */
    URLClassLoader loader() {
        URL[] urls = classPath().stream().map(Jars::url).toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static Stream<String> entriesOf(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path jar(String property) {
        String path = System.getProperty(property);
        if (path == null || !new File(path).isFile()) {
            throw new IllegalStateException("There is no jar '" + property + "' at " + path + ": run mvn verify");
        }
        return Path.of(path);
    }

    private static List<Path> onClassPath(String... artifacts) {
        List<String> classPath = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        return Arrays.stream(artifacts)
                .map(artifact -> classPath.stream()
                        .filter(path -> path.matches(".*[/\\\\]" + artifact + "-[0-9][^/\\\\]*\\.jar"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No " + artifact + " on the class path")))
                .map(Path::of)
                .toList();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
