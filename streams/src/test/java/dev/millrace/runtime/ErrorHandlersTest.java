package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.LogAndContinueExceptionHandler;
import dev.millrace.streams.errors.LogAndContinueProcessingExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler;
import dev.millrace.streams.kstream.Consumed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that cannot be read, processed or written: what the configured handlers make of them, dead letters included. */
class ErrorHandlersTest extends OnBroker {
    private static final String READABLE = "8 bytes!";

    @ParameterizedTest
    @ValueSource(strings = {StreamsConfig.AT_LEAST_ONCE, StreamsConfig.EXACTLY_ONCE_V2})
    void aRecordThatCannotBeReadIsLeftOutAndBecomesADeadLetter(String guarantee) {
        String name = "unread-" + guarantee.replace('_', '-');
        Properties settings = settings(name);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        settings.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        try (KafkaStreams streams = new KafkaStreams(readingNumbers(name), settings)) {
            streams.start();
            cluster.sendKeyed(name + "-in", "bad", "text");
            cluster.sendKeyed(name + "-in", "good", READABLE);
            awaitValues(name + "-out", "a number");
            awaitValues(name + "-dead", "text");
            ConsumerRecord<String, String> letter = letters(name).get(0);
            assertThat(letter.key()).isEqualTo("bad");
            assertThat(header(letter, "topic")).isEqualTo(name + "-in");
            assertThat(header(letter, "offset")).isEqualTo("0");
            assertThat(header(letter, "exception")).endsWith("SerializationException");
            assertThat(streams.state()).isEqualTo(State.RUNNING);
        }
    }

    @Test
    void aRecordThatCannotBeReadFailsTheClientUnlessAHandlerIsSet() {
        try (KafkaStreams streams = new KafkaStreams(readingNumbers("strict"), settings("strict"))) {
            streams.start();
            cluster.sendKeyed("strict-in", "bad", "text");
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.ERROR);
            awaitValues("strict-dead", "text");
            assertThat(cluster.read("strict-out", new StringDeserializer())).isEmpty();
        }
    }

    @Test
    void aRecordOnWhichAProcessorFailsIsLeftOutAndBecomesADeadLetter() {
        Properties settings = settings("unprocessed");
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("unprocessed-in")
                .mapValues(value -> value.substring(3))
                .to("unprocessed-out");
        try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
            streams.start();
            cluster.send("unprocessed-in", "1: one", "2", "3: three");
            awaitValues("unprocessed-out", "one", "three");
            awaitValues("unprocessed-dead", "2");
            assertThat(header(letters("unprocessed").get(0), "exception"))
                    .isEqualTo(StringIndexOutOfBoundsException.class.getName());
        }
    }

    @Test
    void aRecordThatIsTooLargeToSendIsLeftOutIfTheHandlerSaysSo() {
        Properties settings = settings("unsent");
        settings.put(StreamsConfig.producerPrefix("max.request.size"), "1000");
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, KeysOfTheUnsent.class);
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("unsent-in").to("unsent-out");
        try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
            streams.start();
            cluster.sendKeyed("unsent-in", "small", "first");
            cluster.sendKeyed("unsent-in", "large", "x".repeat(2_000));
            cluster.sendKeyed("unsent-in", "small", "last");
            awaitValues("unsent-out", "first", "last");
            await().atMost(Cluster.PATIENCE)
                    .untilAsserted(() -> assertThat(letters("unsent"))
                            .extracting(ConsumerRecord::key)
                            .containsExactly("large"));
            assertThat(streams.state()).isEqualTo(State.RUNNING);
        }
    }

    /** Goes on, and writes the key of what was not sent to the queue. */
    public static final class KeysOfTheUnsent implements ProductionExceptionHandler {
        @Override
        public Response handleError(
                ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
            return Response.resume(List.of(new ProducerRecord<>("unsent-dead", record.key(), new byte[0])));
        }

        @Override
        public void configure(Map<String, ?> configs) {}
    }

    private static Topology readingNumbers(String name) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(name + "-in", Consumed.with(Serdes.String(), Serdes.Long()))
                .mapValues(number -> "a number")
                .to(name + "-out");
        return builder.build();
    }

    private Properties settings(String name) {
        cluster.createTopic(name + "-in", 1);
        cluster.createTopic(name + "-out", 1);
        cluster.createTopic(name + "-dead", 1);
        Properties settings = cluster.settings(name, directory);
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, name + "-dead");
        return settings;
    }

    private static List<ConsumerRecord<String, String>> letters(String name) {
        return cluster.read(name + "-dead", new StringDeserializer());
    }

    private static void awaitValues(String topic, String... values) {
        await(topic)
                .atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(cluster.read(topic, new StringDeserializer()))
                        .extracting(ConsumerRecord::value)
                        .containsExactly(values));
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(
                letter.headers().lastHeader("__streams.errors." + name).value(), StandardCharsets.UTF_8);
    }
}
