package dev.millrace.examples.wordcount;

import dev.millrace.embedded.*;
import dev.millrace.streams.*;
import dev.millrace.streams.kstream.*;
import java.nio.file.Files;
import java.util.*;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.serialization.*;

public final class WordCount {
    public static void main(String[] arguments) throws Exception {
        CountDownLatch words = new CountDownLatch(9);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("lines", Consumed.with(Serdes.String(), Serdes.String()))
                .flatMapValues(line -> List.of(line.split(" ")))
                .groupBy((key, word) -> word, Grouped.with(Serdes.String(), Serdes.String()))
                .count()
                .toStream()
                .peek((word, count) -> System.out.println(word + " " + count))
                .foreach((word, count) -> words.countDown());
        BrokerOptions options = BrokerOptions.standard().withProperty("auto.create.topics.enable", "true");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Files.createTempDirectory("kafka"), options)) {
            Properties config = new Properties();
            config.put("bootstrap.servers", kafka.bootstrapServers());
            config.put("application.id", "word-count");
            config.put("state.dir", Files.createTempDirectory("state").toString());
            config.put("statestore.cache.max.bytes", 0);
            try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
                    KafkaStreams streams = new KafkaStreams(builder.build(), config)) {
                for (String line : List.of("the mill grinds what the stream brings", "the stream")) {
                    producer.send(new ProducerRecord<>("lines", line)).get();
                }
                streams.start();
                words.await();
            }
        }
    }
}
