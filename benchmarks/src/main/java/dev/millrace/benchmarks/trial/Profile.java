package dev.millrace.benchmarks.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What async-profiler found of the stream thread: collapsed stacks in a file, and a table of the share of each part. */
public final class Profile {
    /** The innermost frame that begins with one of these says which part a sample belongs to. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("dev/millrace/benchmarks/", "harness");
        PARTS.put("org/rocksdb/", "RocksDB");
        PARTS.put("dev/millrace/rocksdb/", "RocksDB");
        PARTS.put("dev/millrace/state/overlay/", "overlay");
        PARTS.put("dev/millrace/state/", "stores");
        PARTS.put("dev/millrace/kafka/KafkaRecordSink", "sink");
        PARTS.put("dev/millrace/kafka/", "source");
        PARTS.put("dev/millrace/engine/task/intake/", "intake");
        PARTS.put("dev/millrace/engine/operator/", "operators");
        PARTS.put("dev/millrace/engine/", "task and worker");
        PARTS.put("org/apache/kafka/streams/state/", "stores");
        PARTS.put("org/apache/kafka/streams/kstream/", "operators");
        PARTS.put("org/apache/kafka/streams/processor/", "task and worker");
        PARTS.put("org/apache/kafka/streams/", "other of the engine");
        PARTS.put("org/apache/kafka/common/metrics/", "metrics");
    }

    private Profile() {}

    /** Options that make a JVM write its profile to a file when it ends. */
    public static List<String> jvmOptions(String event, Path file) throws IOException {
        Path library = Files.createTempFile("async-profiler", ".so");
        library.toFile().deleteOnExit();
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        try (InputStream packed = Objects.requireNonNull(
                Profile.class.getResourceAsStream("/linux-" + architecture + "/libasyncProfiler.so"))) {
            Files.copy(packed, library, StandardCopyOption.REPLACE_EXISTING);
        }
        return List.of(
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+DebugNonSafepoints",
                "-agentpath:" + library + "=start,event=" + (event.equals("cpu") ? "itimer" : event)
                        + ",collapsed,threads,file=" + file);
    }

    /** The share of each part, of the samples of stream threads. */
    public static String table(String title, Path file) throws IOException {
        Map<String, Long> parts = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> line.contains("StreamThread")).forEach(line -> {
                int space = line.lastIndexOf(' ');
                parts.merge(part(line.substring(0, space)), Long.parseLong(line.substring(space + 1)), Long::sum);
            });
        }
        long all = parts.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder table = new StringBuilder(title + " (" + file + ")\n");
        parts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(part -> table.append(
                        String.format(Locale.ROOT, "  %5.1f %% %s%n", 100.0 * part.getValue() / all, part.getKey())));
        return table.toString();
    }

    private static String part(String stack) {
        String[] frames = stack.split(";", -1);
        for (int i = frames.length - 1; i >= 0; i--) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                if (frames[i].startsWith(part.getKey())) {
                    return part.getValue();
                }
            }
        }
        return "other";
    }
}
