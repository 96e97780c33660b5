package dev.millrace.topology.corpus;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Branched;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Printed;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.api.ContextualFixedKeyProcessor;
import dev.millrace.streams.processor.api.FixedKeyProcessor;
import dev.millrace.streams.processor.api.FixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.FixedKeyRecord;
import dev.millrace.topology.corpus.GraphPrograms.Bringing;
import dev.millrace.topology.corpus.GraphPrograms.Idle;
import java.util.List;
import java.util.regex.Pattern;

/** Programs of operators without state. */
final class StreamPrograms {
    private StreamPrograms() {}

    static void addTo(Corpus corpus) {
        corpus.dsl("stream-topic", builder -> builder.stream("in"));
        corpus.dsl(
                "stream-topics",
                builder -> builder.stream(List.of("in1", "in2")).to("out"));
        corpus.dsl(
                "stream-pattern",
                builder -> builder.stream(Pattern.compile("in.*")).to("out"));
        corpus.dsl(
                "stream-named",
                builder -> builder.stream("in", Consumed.as("my-source")).to("out"));
        corpus.dsl("stream-every-operator", builder -> {
            in(builder)
                    .filter((key, value) -> true)
                    .filterNot((key, value) -> false)
                    .mapValues(value -> value)
                    .mapValues((key, value) -> value)
                    .flatMapValues(value -> List.of(value))
                    .flatMapValues((key, value) -> List.of(value))
                    .peek((key, value) -> {})
                    .map(KeyValue::pair)
                    .flatMap((key, value) -> List.of(KeyValue.pair(key, value)))
                    .selectKey((key, value) -> value)
                    .to("out");
        });
        corpus.dsl("stream-every-operator-named", builder -> {
            in(builder)
                    .filter((key, value) -> true, Named.as("filter"))
                    .filterNot((key, value) -> false, Named.as("filter-not"))
                    .mapValues(value -> value, Named.as("map-values"))
                    .mapValues((key, value) -> value, Named.as("map-values-with-key"))
                    .flatMapValues(value -> List.of(value), Named.as("flat-map-values"))
                    .flatMapValues((key, value) -> List.of(value), Named.as("flat-map-values-with-key"))
                    .peek((key, value) -> {}, Named.as("peek"))
                    .map(KeyValue::pair, Named.as("map"))
                    .flatMap((key, value) -> List.of(KeyValue.pair(key, value)), Named.as("flat-map"))
                    .selectKey((key, value) -> value, Named.as("select-key"))
                    .to("out", Produced.as("sink"));
        });
        corpus.dsl("stream-ends", builder -> {
            KStream<String, String> in = in(builder);
            in.foreach((key, value) -> {});
            in.print(Printed.toSysOut());
            in.to("out");
        });
        corpus.dsl("stream-ends-named", builder -> {
            KStream<String, String> in = in(builder);
            in.foreach((key, value) -> {}, Named.as("each"));
            in.print(Printed.<String, String>toSysOut().withName("show").withLabel("label"));
            in.to("out", Produced.as("sink"));
        });
        corpus.dsl("stream-named-in-between", builder -> {
            KStream<String, String> in = in(builder);
            in.filter((key, value) -> true, Named.as("first"))
                    .mapValues(value -> value)
                    .to("a");
            in.filterNot((key, value) -> true)
                    .mapValues(value -> value, Named.as("second"))
                    .to("b");
        });
        corpus.dsl(
                "stream-merge",
                builder -> in(builder).merge(builder.stream("other")).to("out"));
        corpus.dsl(
                "stream-merge-named",
                builder -> in(builder)
                        .merge(builder.stream("other"), Named.as("both"))
                        .to("out"));
        corpus.dsl("stream-merge-with-itself", builder -> {
            KStream<String, String> in = in(builder);
            in.merge(in).to("out");
        });
        corpus.dsl(
                "stream-merge-of-three",
                builder -> in(builder)
                        .mapValues(value -> value)
                        .merge(builder.<String, String>stream("other").filter((key, value) -> true))
                        .merge(builder.stream("third"))
                        .to("out"));
        corpus.dsl("stream-topic-read-twice", builder -> {
            in(builder).mapValues(value -> value).to("a");
            in(builder).filter((key, value) -> true).to("b");
        });
        corpus.dsl("stream-topics-read-twice", builder -> {
            builder.stream(List.of("in1", "in2")).to("a");
            builder.stream(List.of("in2", "in1")).to("b");
        });
        corpus.dsl("stream-topic-read-twice-named", builder -> {
            builder.stream("in", Consumed.as("one")).to("a");
            builder.stream("in", Consumed.as("two")).to("b");
            in(builder).to("c");
        });
        corpus.dsl("stream-pattern-read-twice", builder -> {
            builder.stream(Pattern.compile("in.*")).to("a");
            builder.stream(Pattern.compile("in.*")).to("b");
        });
        corpus.dsl("stream-topic-read-twice-later", builder -> {
            KStream<String, String> first = in(builder).mapValues(value -> value);
            KStream<String, String> between = builder.stream("between");
            first.merge(between).merge(in(builder)).to("out");
        });
        addBranches(corpus);
        addProcessors(corpus);
    }

    private static void addBranches(Corpus corpus) {
        corpus.dsl(
                "branch-no-default",
                builder -> in(builder)
                        .split()
                        .branch((key, value) -> true)
                        .branch((key, value) -> false)
                        .noDefaultBranch()
                        .values()
                        .forEach(branch -> branch.to("out-" + branch.hashCode() % 1)));
        corpus.dsl(
                "branch-default",
                builder -> in(builder)
                        .split()
                        .branch((key, value) -> true)
                        .defaultBranch()
                        .values()
                        .forEach(branch -> branch.mapValues(value -> value)));
        corpus.dsl(
                "branch-named-split",
                builder -> in(builder)
                        .split(Named.as("split-"))
                        .branch((key, value) -> true, Branched.as("yes"))
                        .branch((key, value) -> true)
                        .defaultBranch(Branched.as("rest")));
        corpus.dsl("branch-by-map", builder -> {
            var branches = in(builder)
                    .split(Named.as("part-"))
                    .branch((key, value) -> true, Branched.as("one"))
                    .branch((key, value) -> false)
                    .branch((key, value) -> false, Branched.withFunction(branch -> branch.mapValues(v -> v)))
                    .branch(
                            (key, value) -> false,
                            Branched.withFunction(branch -> branch.filter((k, v) -> true), "chain"))
                    .branch((key, value) -> false, Branched.withConsumer(branch -> branch.to("consumed")))
                    .branch((key, value) -> false, Branched.withConsumer(branch -> branch.to("consumed2"), "cons"))
                    .branch((key, value) -> false, Branched.withFunction(branch -> null, "nothing"))
                    .defaultBranch();
            branches.keySet().stream()
                    .sorted()
                    .forEach(name -> branches.get(name).to("to-" + name));
        });
        corpus.dsl(
                "branch-default-function",
                builder -> in(builder)
                        .split()
                        .branch((key, value) -> true, Branched.as("-x"))
                        .defaultBranch(Branched.withFunction(branch -> branch.peek((k, v) -> {}))));
        corpus.dsl("branch-after-default", builder -> {
            var split = in(builder).split().branch((key, value) -> true);
            split.defaultBranch();
            split.branch((key, value) -> true);
        });
        corpus.dsl("branch-default-only", builder -> in(builder).split().defaultBranch());
        corpus.dsl("branch-none", builder -> in(builder).split().noDefaultBranch());
        corpus.dsl(
                "branch-of-branch",
                builder -> in(builder)
                        .split(Named.as("outer"))
                        .branch(
                                (key, value) -> true,
                                Branched.withConsumer(branch ->
                                        branch.split().branch((k, v) -> true).defaultBranch()))
                        .noDefaultBranch());
    }

    private static void addProcessors(Corpus corpus) {
        corpus.dsl("process", builder -> in(builder).process(new Idle<>()).to("out"));
        corpus.dsl(
                "process-named",
                builder -> in(builder).process(new Idle<>(), Named.as("user")).to("out"));
        corpus.dsl("process-with-store", builder -> {
            builder.addStateStore(GraphPrograms.store("z-store"));
            builder.addStateStore(GraphPrograms.store("a-store"));
            in(builder).process(new Idle<>(), "a-store", "z-store").to("out");
        });
        corpus.dsl("process-bringing-store", builder -> in(builder).process(new Bringing(GraphPrograms.store("own"))));
        corpus.dsl(
                "process-values",
                builder -> in(builder).processValues(new IdleFixedKey()).to("out"));
        corpus.dsl("process-values-named-with-store", builder -> {
            builder.addStateStore(GraphPrograms.store("store"));
            in(builder)
                    .processValues(new IdleFixedKey(), Named.as("user"), "store")
                    .to("out");
            builder.<String, String>stream("in2")
                    .processValues(new IdleFixedKey(), "store")
                    .to("out2");
        });
        corpus.dsl("global-store", builder -> {
            builder.addGlobalStore(
                    GraphPrograms.store("global").withLoggingDisabled(),
                    "global-topic",
                    Consumed.with(null, null),
                    new Idle<Void, Void>());
            in(builder).process(new Idle<>());
        });
        corpus.dsl(
                "global-store-named",
                builder -> builder.addGlobalStore(
                        GraphPrograms.store("global").withLoggingDisabled(),
                        "global-topic",
                        Consumed.as("global-source"),
                        new Idle<Void, Void>()));
    }

    static KStream<String, String> in(StreamsBuilder builder) {
        return builder.stream("in");
    }

    /** A supplier of fixed-key processors that do nothing. */
    static final class IdleFixedKey implements FixedKeyProcessorSupplier<String, String, String> {
        @Override
        public FixedKeyProcessor<String, String, String> get() {
            return new ContextualFixedKeyProcessor<>() {
                @Override
                public void process(FixedKeyRecord<String, String> record) {}
            };
        }
    }
}
