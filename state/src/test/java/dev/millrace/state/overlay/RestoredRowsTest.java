package dev.millrace.state.overlay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.memory.MemoryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RestoredRowsTest {
    private final MemoryDatabase database = new MemoryDatabase();
    private final OrderedBytes store = database.store("s");

    @Test
    void theLastRowOfEachKeyCountsWhateverOrderTheyCameIn() {
        Random random = new Random(1);
        RestoredRows rows = new RestoredRows();
        TreeMap<String, String> model = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            // Most keys agree in more bytes than the rough order looks at, and differ in their first.
            String key = random.nextInt(3) + "-the-same-for-all-" + random.nextInt(3_000);
            String value = random.nextInt(5) == 0 ? null : "v" + i;
            rows.add(key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
            if (value == null) {
                model.remove(key);
            } else {
                model.put(key, value);
            }
        }

        drain(rows);

        List<String> expected = new ArrayList<>();
        model.forEach((key, value) -> expected.add(key + "=" + value));
        assertThat(content()).isEqualTo(expected);
    }

    @Test
    void fewRowsOfKeysThatBeginAlikeAreTold() {
        RestoredRows rows = new RestoredRows();
        for (String key : List.of("z", "a-long-beginning-2", "a-long-beginning-1", "a-long-beginning-2")) {
            rows.add(key.getBytes(UTF_8), ("v" + content().size() + key).getBytes(UTF_8));
        }
        rows.add("a-long-beginning-1".getBytes(UTF_8), "last".getBytes(UTF_8));

        drain(rows);

        assertThat(content())
                .containsExactly("a-long-beginning-1=last", "a-long-beginning-2=v0a-long-beginning-2", "z=v0z");
    }

    @Test
    void whatWasHandedOverIsForgotten() {
        RestoredRows rows = new RestoredRows();
        rows.add("a".getBytes(UTF_8), "1".getBytes(UTF_8));
        drain(rows);
        rows.add("b".getBytes(UTF_8), "2".getBytes(UTF_8));
        try (StateTransaction batch = database.begin()) {
            batch.delete(store, "a".getBytes(UTF_8));
            batch.commit();
        }

        drain(rows);

        assertThat(content()).containsExactly("b=2");
    }

    private void drain(RestoredRows rows) {
        try (StateTransaction batch = database.begin()) {
            rows.drain(batch, store);
            batch.commit();
        }
    }

    private List<String> content() {
        List<String> content = new ArrayList<>();
        try (ByteCursor cursor = store.scan(null, null, false)) {
            while (cursor.next()) {
                content.add(new String(cursor.key(), UTF_8) + "=" + new String(cursor.value(), UTF_8));
            }
        }
        return content;
    }
}
