package dev.millrace.state.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanksTest {
    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_000, 1_001, 70_000})
    void keysThatDifferInTheirFirstBytesAreInOrderAndEqualOnesStayAsTheyCame(int count) {
        byte[][] keys = new byte[count][];
        for (int i = 0; i < count; i++) {
            keys[i] = ("key-" + (char) random.nextInt(256) + random.nextInt(900))
                    .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        }

        int[] places = Ranks.byKey(count, i -> keys[i]);

        Integer[] expected = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        Arrays.sort(expected, Comparator.comparing(place -> keys[place], Arrays::compareUnsigned));
        assertThat(places)
                .containsExactly(
                        Arrays.stream(expected).mapToInt(place -> place).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 5_000})
    void numbersAreInOrderAndEqualOnesAreTied(int count) {
        long[] numbers = random.longs(count, 0, 1L << 32)
                .map(number -> number % 3 == 0 ? 7 : number)
                .toArray();
        Ranks ranks = new Ranks(count);
        for (int i = 0; i < count; i++) {
            ranks.byNumber(i, numbers[i]);
        }

        ranks.sort();

        for (int rank = 1; rank < count; rank++) {
            long before = numbers[ranks.at(rank - 1)];
            long number = numbers[ranks.at(rank)];
            assertThat(number).isGreaterThanOrEqualTo(before);
            assertThat(ranks.tiedUpTo(rank - 1) > rank).isEqualTo(number == before);
        }
    }
}
