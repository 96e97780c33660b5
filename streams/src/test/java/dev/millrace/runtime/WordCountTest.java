package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From topic to topic: what goes in is counted, with either guarantee. */
class WordCountTest extends OnBroker {
    @ParameterizedTest
    @ValueSource(strings = {StreamsConfig.AT_LEAST_ONCE, StreamsConfig.EXACTLY_ONCE_V2})
    void wordsAreCounted(String guarantee) {
        cluster.createTopic("lines-" + guarantee, 2);
        cluster.createTopic("counts-" + guarantee, 1);
        Properties settings = cluster.settings("words-" + guarantee, directory);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        List<State> states = Collections.synchronizedList(new ArrayList<>());

        try (KafkaStreams streams =
                new KafkaStreams(WordCounts.topology("lines-" + guarantee, "counts-" + guarantee), settings)) {
            streams.setStateListener((to, from) -> states.add(to));
            streams.start();
            for (int i = 0; i < 100; i++) {
                cluster.sendTo("lines-" + guarantee, 0, "k", "mill race mill", i);
            }
            cluster.awaitCounts("counts-" + guarantee, Map.of("mill", 200L, "race", 100L));
        }

        assertThat(states)
                .startsWith(State.REBALANCING, State.RUNNING)
                .endsWith(State.PENDING_SHUTDOWN, State.NOT_RUNNING);
    }
}
