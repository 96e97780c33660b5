package dev.millrace.dropin;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** An application that knows nothing of Millrace, compiled once against the published jars, run on any jars. */
final class Application {
    private static final String MAIN = "com.example.shop.Main";
    private static final int PATIENCE_S = 120;

    private final Path classes;

    private Application(Path classes) {
        this.classes = classes;
    }

    /** Compiles the sources of {@code src/test/resources/application}; warnings are as good as errors. */
    static Application compiledAgainst(Jars jars, Path classes) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK");
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-cp", joined(jars.classPath()), "-d", classes.toString(), "-proc:none", "-Xlint", "-Werror");
            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources()))
                    .call();
            if (!compiled) {
                throw new AssertionError("The application does not compile:\n" + complaints);
            }
        }
        return new Application(classes);
    }

    /** Runs it to its end in a process of its own. @return what it printed */
    String run(Jars jars, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(classes.getParent(), "output", ".txt");
        Path errors = Files.createTempFile(classes.getParent(), "errors", ".txt");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + File.pathSeparator + joined(jars.classPath()),
                MAIN);
        Process process = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
        process.destroyForcibly();
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError(String.join(" ", arguments)
                    + (ended ? " failed:\n" : " does not end:\n")
                    + Files.readString(errors)
                    + Files.readString(output));
        }
        return Files.readString(output);
    }

    private static List<Path> sources() {
        try (Stream<Path> files =
                Files.walk(Path.of(Objects.requireNonNull(Application.class.getResource("/application"))
                        .toURI()))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
