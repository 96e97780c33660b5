package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code KafkaStreams.query} gives the same answers, positions and failures on both engines, on a real broker. */
class ClientQueryTest {
    private static final int RECORDS = 50;

    @Test
    void clientsAnswerAlike(@TempDir Path directory) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
            fill(kafka.bootstrapServers());
            List<Long> lastOffsets = List.of((RECORDS - 1) / 2L, RECORDS / 2L - 1);
            List<String> expected = answers(Engine.REFERENCE, kafka, directory, lastOffsets);
            List<String> found = answers(Engine.MILLRACE, kafka, directory, lastOffsets);

            assertThat(expected)
                    .anyMatch(line -> line.contains("a=13"))
                    .anyMatch(line -> line.contains("NOT_PRESENT"))
                    .anyMatch(line -> line.contains("UNKNOWN_QUERY_TYPE") && line.contains("told"));
            assertThat(found).isEqualTo(expected);
        }
    }

    private static List<String> answers(Engine engine, EmbeddedKafka kafka, Path directory, List<Long> lastOffsets) {
        return engine.ask(
                        "asking-" + engine, kafka.bootstrapServers(), directory.resolve(engine.toString()), lastOffsets)
                .lines();
    }

    private static void fill(String bootstrapServers) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(settings);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic("in", 2, (short) 1), new NewTopic("everywhere", 1, (short) 1)))
                    .all()
                    .get();
            for (int i = 0; i < RECORDS; i++) {
                String key = String.valueOf((char) ('a' + i % 4));
                producer.send(new ProducerRecord<>("in", i % 2, 500L * i, key, "value " + i))
                        .get();
            }
        }
    }
}
