package dev.millrace.state.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowLogTest {
    private final RowLog log = new RowLog();

    private long append(byte[] key, byte[] value, long startMs, int number) {
        long position = log.append(key, value);
        log.describe(position, startMs, startMs + 1, number);
        return position;
    }

    @Test
    void rowsOfAllLengthsStayUntilTheirChunkGoes() {
        Random random = new Random(7);
        List<byte[]> values = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            byte[] value = new byte[random.nextInt(100) == 0 ? random.nextInt(200_000) : random.nextInt(200)];
            random.nextBytes(value);
            values.add(value);
            positions.add(append(new byte[] {(byte) i, 1}, value, i, 2 * i));
            if (random.nextInt(60) == 0 && log.endOfOldest() != Long.MAX_VALUE) {
                log.dropOldest();
            }
        }
        int gone = 0;
        while (!log.has(positions.get(gone))) {
            gone++;
        }
        assertThat(gone).isBetween(1, 2_999);
        long row = log.from(log.first());
        for (int i = gone; i < 3_000; i++, row = log.next(row)) {
            assertThat(row).isEqualTo(positions.get(i));
            assertThat(log.value(row)).isEqualTo(values.get(i));
            assertThat(log.key(row)).containsExactly((byte) i, 1);
            assertThat(log.startMs(row)).isEqualTo(i);
            assertThat(log.timestamp(row)).isEqualTo(i + 1);
            assertThat(log.number(row)).isEqualTo(2 * i);
        }
        assertThat(row).isGreaterThanOrEqualTo(log.end());
    }

    @Test
    void theOldestChunkTellsWhatGoesWithIt() {
        long first = append(new byte[8], new byte[300], 50, 1);
        assertThat(log.endOfOldest()).isEqualTo(Long.MAX_VALUE);
        append(new byte[8], new byte[10], 70, 2);
        append(new byte[8], new byte[300], 60, 3);
        assertThat(log.latestStartOfOldest()).isEqualTo(70);
        assertThat(log.bytesOfOldest()).isEqualTo(352 + 64);
        log.dropOldest();
        assertThat(log.has(first)).isFalse();
        assertThat(log.latestStartOfOldest()).isEqualTo(60);
    }

    @Test
    void whatIsKeptWithARowCanBeChanged() {
        long row = append(new byte[3], new byte[5], 1, 2);
        log.previous(row, 77);
        log.marks(row, 5);
        append(new byte[3], new byte[5], 1, 3);
        assertThat(log.previous(row)).isEqualTo(77);
        assertThat(log.marks(row)).isEqualTo(5);
        assertThat(log.hasKey(row, new byte[3])).isTrue();
        assertThat(log.hasKey(row, new byte[2])).isFalse();
    }
}
