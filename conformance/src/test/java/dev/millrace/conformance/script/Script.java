package dev.millrace.conformance.script;

import dev.millrace.conformance.script.Input.Content;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Random input for a program, always the same for a seed: times that mostly go on, sometimes stand still, go back a little, or
 * go back so far that windows are closed; keys that meet again; nulls and tombstones; a header now and then.
 */
public final class Script {
    /** The words there are: keys, values, parts of sentences. */
    public static final List<String> WORDS = List.of("a", "b", "ba", "c", "bb", "abc", "");

    /** When the first record happens. */
    public static final long START_MS = 1_600_000_000_000L;

    private final Random random;
    private long timeMs = START_MS;

    private Script(long seed) {
        this.random = new Random(seed);
    }

    /** The steps for {@code inputs}. */
    public static List<Step> random(List<Input> inputs, int steps, long seed) {
        Script script = new Script(seed);
        List<Step> all = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            all.add(script.step(inputs));
        }
        return all;
    }

    private Step step(List<Input> inputs) {
        if (random.nextInt(20) == 0) {
            return new Step.Wait(Duration.ofMillis(1 + random.nextInt(5_000)));
        }
        Input input = inputs.get(random.nextInt(inputs.size()));
        return new Step.Pipe(
                input.topic(),
                Bytes.wrap(content(input.keys(), input.nullKeys())),
                Bytes.wrap(content(input.values(), input.nullValues())),
                time(),
                headers());
    }

    private long time() {
        int dice = random.nextInt(20);
        if (dice < 11) {
            timeMs += random.nextInt(2_000);
        } else if (dice < 12) {
            timeMs += 30_000 + random.nextInt(60_000);
        } else if (dice < 16) {
            return timeMs - random.nextInt(5_000);
        } else if (dice < 17) {
            return timeMs - 20_000 - random.nextInt(400_000);
        }
        return timeMs;
    }

    private byte @Nullable [] content(Content content, boolean nulls) {
        if (nulls && random.nextInt(10) == 0) {
            return null;
        }
        return switch (content) {
            case WORD -> bytes(word());
            case SENTENCE -> bytes(word() + " " + word() + " " + word());
            case NUMBER ->
                ByteBuffer.allocate(Long.BYTES)
                        .putLong(random.nextInt(200) - 50)
                        .array();
        };
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private List<Map.Entry<String, byte[]>> headers() {
        return random.nextInt(5) == 0 ? List.of(Map.entry("h", bytes(word()))) : List.of();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
