package dev.millrace.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBatch;

class BatchBytesTest {
    @TempDir
    Path directory;

    @Test
    void theBytesAreThoseThatRocksDbMakes() throws Exception {
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB rocks = RocksDB.open(options, directory.toString());
                ColumnFamilyHandle column = rocks.createColumnFamily(new ColumnFamilyDescriptor("c".getBytes(UTF_8)));
                WriteBatch theirs = new WriteBatch()) {
            BatchBytes ours = new BatchBytes(new byte[0]);
            Random random = new Random(3);
            for (int length : List.of(0, 1, 127, 128, 20_000, 3_000_000)) {
                byte[] key = bytes(random, 1 + length % 300);
                byte[] value = bytes(random, length);
                byte[] later = Arrays.copyOf(key, key.length + 1);
                for (ColumnFamilyHandle each : List.of(rocks.getDefaultColumnFamily(), column)) {
                    theirs.put(each, key, value);
                    theirs.delete(each, value);
                    theirs.deleteRange(each, key, later);
                    ours.put(each.getID(), key, value);
                    ours.delete(each.getID(), value);
                    ours.deleteRange(each.getID(), key, later);
                }
            }
            assertThat(ours.toBytes()).isEqualTo(theirs.data());
        }
    }

    @Test
    void anEmptyBatchIsWhatRocksDbThinksItIs() throws Exception {
        RocksDB.loadLibrary();
        try (WriteBatch theirs = new WriteBatch()) {
            assertThat(new BatchBytes(new byte[0]).toBytes()).isEqualTo(theirs.data());
        }
    }

    @Test
    void whatHasNoOrderIsPutInTheOrderOfItsKeysAndNothingElseMoves() {
        BatchBytes sorted = new BatchBytes(new byte[0]);
        BatchBytes ours = new BatchBytes(new byte[100]);
        for (int column = 0; column < 3; column++) {
            for (int i = 0; i < 1_000; i++) {
                int number = i * 7 % 1_000;
                ours.putUnordered(column, 5, key(number), new byte[number % 9]);
                sorted.put(column, underFive(key(i)), new byte[i % 9]);
            }
            for (BatchBytes each : List.of(sorted, ours)) {
                each.put(column, key(2_000), key(1));
                each.deleteRange(column, key(3_000), key(4_000));
            }
            ours.putUnordered(column, 5, key(0), key(2));
            sorted.put(column, underFive(key(0)), key(2));
        }
        assertThat(ours.toBytes()).isEqualTo(sorted.toBytes());
    }

    @Test
    void roomOfAnEarlierBatchIsUsedAgainUnlessItIsMuchTooLarge() {
        BatchBytes first = new BatchBytes(new byte[0]);
        first.put(1, key(1), new byte[1_000]);
        first.toBytes();
        byte[] room = first.room();
        BatchBytes second = new BatchBytes(room);
        second.put(1, key(2), new byte[900]);
        BatchBytes fresh = new BatchBytes(new byte[0]);
        fresh.put(1, key(2), new byte[900]);
        assertThat(second.toBytes()).isEqualTo(fresh.toBytes());
        assertThat(second.room()).isSameAs(room);
        assertThat(new BatchBytes(room).room()).isEmpty();
    }

    private static byte[] key(int number) {
        return String.format(Locale.ROOT, "key-%09d", number).getBytes(UTF_8);
    }

    private static byte[] underFive(byte[] rest) {
        return ByteBuffer.allocate(Long.BYTES + rest.length)
                .putLong(5)
                .put(rest)
                .array();
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
