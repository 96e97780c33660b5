package dev.millrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a host that logs everything hears of the broker. */
class QuietLoggersTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger chosen = (Logger) LoggerFactory.getLogger("kafka.server.KafkaConfig");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final Level before = root.getLevel();

    @BeforeEach
    void listen() {
        root.setLevel(Level.DEBUG);
        heard.start();
        root.addAppender(heard);
        root.getAppender("stderr").stop();
    }

    @AfterEach
    void restore() {
        root.getAppender("stderr").start();
        root.detachAppender(heard);
        root.setLevel(before);
        chosen.setLevel(null);
    }

    @Test
    void aBrokersLifeIsNotToldToItsHost(@TempDir Path directory) {
        EmbeddedKafka.start(directory).close();

        assertThat(heard.list)
                .filteredOn(event -> !event.getLoggerName().startsWith("org.apache.kafka.clients"))
                .isEmpty();
        assertThat(heard.list).hasSizeLessThan(10);
    }

    @Test
    void aLevelThatTheHostHasChosenStays() {
        chosen.setLevel(Level.TRACE);

        QuietLoggers.set();

        assertThat(chosen.getLevel()).isEqualTo(Level.TRACE);
        assertThat(LoggerFactory.getLogger("kafka.server").isInfoEnabled()).isFalse();
    }
}
