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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an application leaves behind: for each kind of store, line by line, its output, and the last of each key in its
 * changelogs.
 */
public final class Remains {
    /** The number at the end of a key, in hexadecimal. */
    private static final int NUMBER_DIGITS = 2 * Integer.BYTES;

    private final String application;
    private final List<KindFacts> kinds;
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> topics;

    private Remains(
            String application, List<KindFacts> kinds, Map<String, List<ConsumerRecord<byte[], byte[]>>> topics) {
        this.application = application;
        this.kinds = kinds;
        this.topics = topics;
    }

    /** The name of the topic that a kind writes its output to. */
    public static String outputOf(String application, KindFacts kind) {
        return application + "-out-" + kind.name();
    }

    /** Reads what an application left that has stores of some kinds. */
    public static Remains of(Broker broker, String application, List<KindFacts> kinds) {
        return new Remains(application, kinds, broker.read(broker.topics(application + "-")));
    }

    /** What it left for one of the kinds. */
    public List<String> lines(KindFacts kind) {
        List<String> lines = new ArrayList<>(output(topics.getOrDefault(outputOf(application, kind), List.of()), kind));
        new TreeMap<>(topics).forEach((topic, records) -> {
            String name = topic.substring(application.length() + 1);
            if (name.endsWith("-changelog") && isOf(kind, name)) {
                rows(records, kind).forEach(row -> lines.add(name + " " + row));
            }
        });
        return lines;
    }

    private static List<String> output(List<ConsumerRecord<byte[], byte[]>> records, KindFacts kind) {
        boolean all = kind.left() != Left.ORDER;
        Stream<String> lines = (all ? records : lastByKey(records).values())
                .stream()
                        .map(found -> "output " + text(found.key()) + "=" + text(found.value())
                                + (all ? "@" + found.timestamp() : ""));
        return (kind.left() == Left.NUMBERS_AND_UNMATCHED ? lines.sorted() : lines).toList();
    }

    private static List<String> rows(List<ConsumerRecord<byte[], byte[]>> records, KindFacts kind) {
        return lastByKey(records).values().stream()
                .filter(found -> found.value() != null)
                .map(found -> row(found, kind.left()))
                .sorted()
                .toList();
    }

    /** Stores are named after their kind; a kind's name may begin with another's. */
    private boolean isOf(KindFacts kind, String store) {
        return store.startsWith(kind.name() + "-")
                && kinds.stream()
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
        boolean numbered = left == Left.NUMBERS || left == Left.NUMBERS_AND_UNMATCHED;
        return (numbered ? key.substring(0, key.length() - NUMBER_DIGITS) : key) + "=" + hex(found.value())
                + (left == Left.TIMES || left == Left.ORDER ? "" : "@" + found.timestamp()) + headers;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }

    /** Where these part, for one of the kinds, from what is expected; null if they do not. */
    public @Nullable String difference(KindFacts kind, Remains expected) {
        List<String> found = lines(kind);
        List<String> wanted = expected.lines(kind);
        int same = 0;
        while (same < found.size() && same < wanted.size() && found.get(same).equals(wanted.get(same))) {
            same++;
        }
        return same == found.size() && same == wanted.size()
                ? null
                : "line " + same + " of " + found.size() + " is\n    " + line(found, same) + "\n  and not, of "
                        + wanted.size() + ",\n    " + line(wanted, same);
    }

    private static String line(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "(the end)";
    }
}
