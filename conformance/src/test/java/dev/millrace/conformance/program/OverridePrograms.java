package dev.millrace.conformance.program;

import dev.millrace.conformance.program.ConfiguredPrograms.WholeSeconds;
import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.errors.LogAndContinueExceptionHandler;
import dev.millrace.streams.errors.LogAndContinueProcessingExceptionHandler;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.api.ContextualFixedKeyProcessor;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.FixedKeyRecord;
import dev.millrace.streams.processor.api.Record;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;

/** Programs that are made with a {@code TopologyConfig}: with a name and without, with settings of their own and without. */
final class OverridePrograms {
    private static final List<Input> WORDS = List.of(Input.words("in").complete());
    private static final List<Input> TWO = List.of(Input.words("in"), Input.words("other"));
    private static final String FLAG = TopologyConfig.InternalConfig.ENABLE_PROCESS_PROCESSVALUE_FIX;

    private OverridePrograms() {}

    static List<Program> all() {
        List<Program> programs = new ArrayList<>();
        for (Map.Entry<String, Object> setting : settings().entrySet()) {
            Map<String, Object> own = Map.of(setting.getKey(), setting.getValue());
            programs.add(overriding("named: " + setting.getKey(), "named", own));
            programs.add(overriding("unnamed: " + setting.getKey(), null, own));
        }
        programs.add(overriding("name only", "named", Map.of()));
        programs.add(overriding("old handler, new in application", "named", Map.of(oldHandler(), goOn()))
                .with(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, goOn()));
        programs.add(overriding("size of a cache that is off", "named", Map.of(cache(), 100_000L))
                .with(cache(), 0L));
        Stream.of("none", "merge.repartition.topics", "all").forEach(rules -> addProcessors(programs, rules));
        return programs;
    }

    private static Map<String, Object> settings() {
        return Map.of(
                StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG,
                WholeSeconds.class,
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                goOn(),
                oldHandler(),
                goOn(),
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class,
                StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                Long.MAX_VALUE / 2,
                cache(),
                0L,
                oldCache(),
                0L);
    }

    private static Class<?> goOn() {
        return LogAndContinueExceptionHandler.class;
    }

    private static String cache() {
        return StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG;
    }

    @SuppressWarnings("deprecation")
    private static String oldCache() {
        return StreamsConfig.CACHE_MAX_BYTES_BUFFERING_CONFIG;
    }

    @SuppressWarnings("deprecation")
    private static String oldHandler() {
        return StreamsConfig.DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG;
    }

    /** Times, a cache, records that cannot be read, records that cannot be processed, and two inputs to choose from. */
    private static Program overriding(String what, String name, Map<String, Object> own) {
        boolean unreadable = own.keySet().stream().anyMatch(key -> key.contains("deserialization"));
        boolean failing = own.containsKey(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG);
        return program(
                "overrides, " + what,
                TWO,
                new TopologyConfig(name, application(Map.of()), properties(own)),
                "none",
                builder -> {
                    KStream<String, String> both =
                            builder.<String, String>stream("in").merge(builder.stream("other"));
                    both.to("out");
                    if (failing) {
                        both.mapValues(value -> value.substring(1)).to("cut");
                    } else {
                        count(both.filter((key, value) -> key != null && value != null)
                                .flatMapValues(value -> List.of(value, value, value)));
                    }
                    if (unreadable) {
                        builder.stream("numbers", Consumed.with(Serdes.String(), Serdes.Integer()))
                                .to("numbers-out", Produced.with(Serdes.String(), Serdes.Integer()));
                        both.to("numbers");
                    }
                });
    }

    // ---- processors that may change records ----

    private static void addProcessors(List<Program> programs, String rules) {
        for (String flag : List.of("not set", "false", "true")) {
            Map<String, Object> own = flag.equals("not set") ? Map.of() : Map.of(FLAG, flag);
            List<TopologyConfig> configs = List.of(
                    new TopologyConfig(application(own)),
                    new TopologyConfig("named", application(Map.of()), properties(own)));
            for (TopologyConfig config : configs) {
                String name = "processors, " + config.topologyName + ", fix " + flag + ", " + rules;
                programs.add(program(name, WORDS, config, rules, OverridePrograms::withSiblings));
                programs.add(program(name + ", joined", TWO, config, rules, OverridePrograms::withJoin));
                if (flag.equals("true")) {
                    programs.add(program(name + ", twice", WORDS, config, rules, OverridePrograms::twice));
                }
            }
        }
    }

    private static void withSiblings(StreamsBuilder builder) {
        KStream<String, String> rekeyed = builder.<String, String>stream("in").selectKey((key, value) -> value);
        count(rekeyed);
        count(rekeyed.processValues(Longer::new));
        count(rekeyed.process(Swap::new));
        count(rekeyed.filter((key, value) -> value.length() > 1));
        count(builder.<String, String>stream("in").process(Swap::new));
    }

    private static void withJoin(StreamsBuilder builder) {
        KStream<String, String> rekeyed = builder.<String, String>stream("in")
                .filter((key, value) -> value != null)
                .map((key, value) -> KeyValue.pair(value, value));
        count(rekeyed.processValues(Longer::new));
        rekeyed.process(Swap::new)
                .join(builder.<String, String>table("other"), (value, row) -> value + row)
                .to("out");
    }

    private static void twice(StreamsBuilder builder) {
        KStream<String, String> rekeyed = builder.<String, String>stream("in").selectKey((key, value) -> value);
        KStream<String, String> processed = rekeyed.process(Swap::new);
        count(processed);
        count(processed);
        KStream<String, String> values = rekeyed.processValues(Longer::new);
        count(values);
        count(values);
    }

    private static void count(KStream<String, String> stream) {
        stream.groupByKey().count().toStream().mapValues(String::valueOf).to("out");
    }

    /** Gives a record a key of its own. */
    private static final class Swap extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> given) {
            context().forward(given.withKey(given.value() + given.key()));
        }
    }

    /** Gives a record a longer value. */
    private static final class Longer extends ContextualFixedKeyProcessor<String, String, String> {
        @Override
        public void process(FixedKeyRecord<String, String> given) {
            context().forward(given.withValue(given.value() + "!"));
        }
    }

    // ---- settings ----

    private static Program program(
            String name, List<Input> inputs, TopologyConfig config, String rules, Consumer<StreamsBuilder> definition) {
        return new Program(
                name,
                Set.of(),
                inputs,
                () -> {
                    StreamsBuilder builder = new StreamsBuilder(config);
                    definition.accept(builder);
                    return builder.build(properties(Map.of(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, rules)));
                },
                Map.of(),
                Program.LONG,
                Program.Asked.EVERYTHING);
    }

    private static StreamsConfig application(Map<String, Object> more) {
        Properties settings = properties(more);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "elsewhere");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(cache(), 0L);
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WholeSeconds.class);
        return new StreamsConfig(settings);
    }

    private static Properties properties(Map<String, Object> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
