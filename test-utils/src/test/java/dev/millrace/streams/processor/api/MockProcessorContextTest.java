package dev.millrace.streams.processor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.api.MockProcessorContext.CapturedForward;
import dev.millrace.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockProcessorContextTest {
    private final MockProcessorContext<String, Long> context = new MockProcessorContext<>();

    /** Counts records in a store and forwards the count. */
    private static final class Counter implements Processor<String, String, String, Long> {
        private ProcessorContext<String, Long> context;
        private KeyValueStore<String, Long> counts;

        @Override
        public void init(ProcessorContext<String, Long> context) {
            this.context = context;
            counts = context.getStateStore("counts");
            context.schedule(Duration.ofSeconds(1), PunctuationType.STREAM_TIME, this::flush);
        }

        @Override
        public void process(Record<String, String> record) {
            Long before = counts.get(record.key());
            counts.put(record.key(), before == null ? 1 : before + 1);
            context.forward(record.withValue(counts.get(record.key())));
        }

        private void flush(long timestamp) {
            context.forward(new Record<>("all", timestamp, timestamp), "summary");
            context.commit();
        }
    }

    @Test
    void aProcessorWithAStoreCanBeTestedAlone() {
        context.addStateStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("counts"), Serdes.String(), Serdes.Long())
                        .withLoggingDisabled()
                        .build());
        context.getStateStore("counts").init(context.getStateStoreContext(), context.getStateStore("counts"));
        Counter counter = new Counter();
        counter.init(context);

        counter.process(new Record<>("a", "x", 1));
        counter.process(new Record<>("a", "y", 2));
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(7);

        assertThat(context.forwarded("other"))
                .extracting(CapturedForward::record)
                .isEqualTo(List.of(new Record<>("a", 1L, 1), new Record<>("a", 2L, 2)));
        assertThat(context.forwarded("summary")).hasSize(3);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void metadataIsEmptyUntilItIsSet() {
        assertThat(context.recordMetadata()).isEmpty();
        context.setRecordMetadata("orders", 1, 2);
        assertThat(context.recordMetadata())
                .get()
                .extracting(RecordMetadata::topic, RecordMetadata::partition, RecordMetadata::offset)
                .containsExactly("orders", 1, 2L);
        assertThat(context.getStateStoreContext().recordMetadata()).isPresent();
    }

    @Test
    void timeFailsUntilItIsSet() {
        assertThatThrownBy(context::currentSystemTimeMs).isInstanceOf(IllegalStateException.class);
        context.setCurrentSystemTimeMs(5);
        assertThat(context.currentSystemTimeMs()).isEqualTo(5);
    }

    @Test
    void aDirectoryIsThereOnlyIfTheTestGaveOne(@TempDir Path directory) {
        assertThatThrownBy(context::stateDir).isInstanceOf(NullPointerException.class);
        MockProcessorContext<String, Long> withFiles =
                new MockProcessorContext<>(new Properties(), new TaskId(1, 2), directory.toFile());
        assertThat(withFiles.stateDir()).isEqualTo(directory.toFile());
        assertThat(withFiles.taskId()).isEqualTo(new TaskId(1, 2));
    }

    @Test
    void punctuatorsAreKeptAndCanBeCancelled() {
        context.schedule(Instant.ofEpochMilli(4), Duration.ofMillis(6), PunctuationType.WALL_CLOCK_TIME, t -> {})
                .cancel();

        CapturedPunctuator captured = context.scheduledPunctuators().get(0);
        assertThat(captured.getStartTime()).isEqualTo(Instant.ofEpochMilli(4));
        assertThat(captured.getInterval()).isEqualTo(Duration.ofMillis(6));
        assertThat(captured.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
        assertThat(captured.cancelled()).isTrue();
    }
}
