package dev.millrace.conformance.restore;

import dev.millrace.conformance.broker.Broker;
import dev.millrace.conformance.script.KindFacts;
import dev.millrace.conformance.script.KindFacts.Left;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What an application leaves behind for one kind of store, line by line: its output, and the last of each key in its changelogs. */
public record Remains(List<String> lines) {
    /** The number at the end of a key, in hexadecimal. */
    private static final int NUMBER_DIGITS = 2 * Integer.BYTES;

    /** The name of the topic that a kind writes its output to. */
    public static String outputOf(String application, KindFacts kind) {
        return application + "-out-" + kind.name();
    }

    /** Reads them. */
    public static Remains of(Broker broker, String application, KindFacts kind, List<KindFacts> all) {
        List<String> lines = new ArrayList<>(output(broker.read(outputOf(application, kind)), kind));
        for (String changelog : broker.topics(application + "-")) {
            String name = changelog.substring(application.length() + 1);
            if (changelog.endsWith("-changelog") && isOf(kind, name, all)) {
                rows(broker.read(changelog), kind).forEach(row -> lines.add(name + " " + row));
            }
        }
        return new Remains(lines);
    }

    private static List<String> output(List<ConsumerRecord<byte[], byte[]>> records, KindFacts kind) {
        boolean ordered = kind.left() != Left.ORDER;
        return (ordered ? records : lastByKey(records).values())
                .stream()
                        .map(found -> "output " + text(found.key()) + "=" + text(found.value())
                                + (ordered ? "@" + found.timestamp() : ""))
                        .toList();
    }

    private static List<String> rows(List<ConsumerRecord<byte[], byte[]>> records, KindFacts kind) {
        return lastByKey(records).values().stream()
                .filter(found -> found.value() != null)
                .map(found -> row(found, kind.left()))
                .sorted()
                .toList();
    }

    /** Stores are named after their kind; a kind's name may begin with another's. */
    private static boolean isOf(KindFacts kind, String store, List<KindFacts> all) {
        return store.startsWith(kind.name() + "-")
                && all.stream()
                        .noneMatch(other ->
                                other.name().length() > kind.name().length() && store.startsWith(other.name() + "-"));
    }

    private static Map<String, ConsumerRecord<byte[], byte[]>> lastByKey(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, ConsumerRecord<byte[], byte[]>> last = new TreeMap<>();
        records.forEach(found -> last.put(hex(found.key()), found));
        return last;
    }

    private static String row(ConsumerRecord<byte[], byte[]> found, Left left) {
        String headers = StreamSupport.stream(found.headers().spliterator(), false)
                .map(header -> header.key() + ":" + hex(header.value()))
                .collect(Collectors.joining(",", "[", "]"));
        String key = hex(found.key());
        return (left == Left.NUMBERS ? key.substring(0, key.length() - NUMBER_DIGITS) : key) + "=" + hex(found.value())
                + (left == Left.TIMES || left == Left.ORDER ? "" : "@" + found.timestamp()) + headers;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }

    /** Where these part from others, null if they do not. */
    public @Nullable String difference(Remains others) {
        int same = 0;
        while (same < lines.size()
                && same < others.lines.size()
                && lines.get(same).equals(others.lines.get(same))) {
            same++;
        }
        return same == lines.size() && same == others.lines.size()
                ? null
                : "line " + same + " of " + lines.size() + " is\n    " + line(same) + "\n  and not, of "
                        + others.lines.size() + ",\n    " + others.line(same);
    }

    private String line(int number) {
        return number < lines.size() ? lines.get(number) : "(the end)";
    }
}
