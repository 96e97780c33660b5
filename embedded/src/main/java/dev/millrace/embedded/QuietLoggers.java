package dev.millrace.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The broker's loggers, set so that only warnings and errors reach the host's log.
 *
 * <p>A broker tells well over a thousand lines of its life from start to stop, and its host is a program with something
 * else to say. A logger that the host has given a level keeps it, and none says more than before. This is done for the
 * bindings that print those lines if nobody configures anything: Logback, {@code java.util.logging} and slf4j-simple
 * (Log4j prints errors only).
 */
final class QuietLoggers {
    private static final String LOGBACK = "ch.qos.logback.classic.";
    private static final String SIMPLE = "org.slf4j.simpleLogger.";

    /** Held because {@code java.util.logging} forgets the level of a logger that nobody holds. */
    private static final List<java.util.logging.Logger> HELD = new ArrayList<>();

    private QuietLoggers() {}

    /** Sets the levels; to be called before the first class of the broker is touched. */
    static synchronized void set() {
        levels().forEach((name, level) -> {
            simple(name, level);
            javaLogging(name, level);
            logback(LoggerFactory.getLogger(name), level);
        });
    }

    private static Map<String, Level> levels() {
        Map<String, Level> levels = new LinkedHashMap<>();
        levels.put("kafka", Level.WARN);
        levels.put("state.change.logger", Level.WARN);
        String[] packages = {"controller", "coordinator", "image", "metadata", "queue", "raft", "server", "storage"};
        for (String name : packages) {
            levels.put("org.apache.kafka." + name, Level.WARN);
        }
        // Warns at every start.
        levels.put("org.apache.kafka.controller.QuorumController", Level.ERROR);
        // What a broker shares with the host's own clients: their life, but not every configuration and request.
        levels.put("org.apache.kafka", Level.INFO);
        levels.put("org.apache.kafka.common.config.AbstractConfig", Level.WARN);
        levels.put("org.apache.kafka.common.metrics.Metrics", Level.WARN);
        levels.put("org.apache.kafka.common.utils.AppInfoParser", Level.WARN);
        return levels;
    }

    /** By properties, which slf4j-simple reads when the logger is made. */
    private static void simple(String name, Level level) {
        String property = SIMPLE + "log." + name;
        boolean chosen = System.getProperty(SIMPLE + "defaultLogLevel") != null || System.getProperty(property) != null;
        if (!chosen) {
            System.setProperty(property, level.name());
        }
    }

    private static void javaLogging(String name, Level level) {
        java.util.logging.Logger logger = java.util.logging.Logger.getLogger(name);
        java.util.logging.Level limit = switch (level) {
            case ERROR -> java.util.logging.Level.SEVERE;
            case WARN -> java.util.logging.Level.WARNING;
            default -> java.util.logging.Level.INFO;
        };
        boolean saysMore = logger.isLoggable(java.util.logging.Level.parse(Integer.toString(limit.intValue() - 1)));
        if (logger.getLevel() == null && saysMore) {
            logger.setLevel(limit);
            HELD.add(logger);
        }
    }

    /** By reflection, because Logback is the host's choice and no dependency of this module. */
    private static void logback(Logger logger, Level level) {
        Class<?> type = logger.getClass();
        if (!type.getName().equals(LOGBACK + "Logger") || !saysMore(logger, level)) {
            return;
        }
        try {
            if (type.getMethod("getLevel").invoke(logger) == null) {
                Class<?> levels = Class.forName(LOGBACK + "Level", true, type.getClassLoader());
                type.getMethod("setLevel", levels)
                        .invoke(logger, levels.getField(level.name()).get(null));
            }
        } catch (ReflectiveOperationException e) {
            LoggerFactory.getLogger(EmbeddedKafka.class).debug("Cannot set the level of {}", logger.getName(), e);
        }
    }

    private static boolean saysMore(Logger logger, Level level) {
        return switch (level) {
            case ERROR -> logger.isWarnEnabled();
            case WARN -> logger.isInfoEnabled();
            default -> logger.isDebugEnabled();
        };
    }
}
