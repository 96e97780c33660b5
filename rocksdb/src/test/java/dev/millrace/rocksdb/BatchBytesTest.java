package dev.millrace.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
            BatchBytes ours = new BatchBytes();
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
            assertThat(new BatchBytes().toBytes()).isEqualTo(theirs.data());
        }
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
