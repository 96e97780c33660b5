package dev.millrace.topology.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.Explanation;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.topology.corpus.Corpus;
import dev.millrace.topology.recorder.RecordedTopology;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What the rules say they did, against what they did. */
class ExplainTest {
    private static final String REUSE = StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS;
    private static final String MERGE = StreamsConfig.MERGE_REPARTITION_TOPICS;
    private static final String SELF = StreamsConfig.SINGLE_STORE_SELF_JOIN;
    private static final JoinWindows WINDOWS = JoinWindows.ofTimeDifferenceWithNoGrace(Duration.ofSeconds(1));

    private final Lowering lowering = new Lowering();
    private final RecordedTopology recorded = new RecordedTopology();

    // ---- reuse.ktable.source.topics ----

    @Test
    void aTopicThatServesAsAChangelogIsNamed() {
        lowering.keptTable("rows", "kept");
        assertThat(explained(REUSE))
                .containsExactly(
                        "reuse.ktable.source.topics: store kept is restored from topic rows and has no changelog of its own,"
                                + " because that topic holds the rows of the table as they are in the store.");
        assertThat(recorded.definition().stores().get("kept").sourceTopic()).isEqualTo("rows");
    }

    @Test
    void aTopicThatCouldServeAsAChangelogIsNamedToo() {
        lowering.keptTable("rows", "kept");
        assertThat(explained("none"))
                .containsExactly(
                        "reuse.ktable.source.topics did nothing: store kept has a changelog that holds the same rows"
                                + " as topic rows, because topology.optimization does not ask for the rule.");
    }

    @Test
    void aTableThatIsNotStoredNeedsNoChangelog() {
        lowering.table("rows").toStream();
        assertThat(explained("all"))
                .containsExactly("reuse.ktable.source.topics did nothing: the table of topic rows needs no changelog,"
                        + " because nobody asks for its rows, so they are not stored.");
    }

    // ---- merge.repartition.topics ----

    @Test
    void theTopicsThatAreMergedAreNamed() {
        countTwice();
        assertThat(explained(MERGE))
                .containsExactly(
                        "merge.repartition.topics: one topic behind rekeyed, one-repartition, serves instead of"
                                + " one-repartition, two-repartition, because all of them carry the same records, and no step on"
                                + " the way changes a value.");
        assertThat(recorded.explain().get(0).about()).containsExactly("rekeyed", "one-repartition", "two-repartition");
        assertThat(recorded.definition().repartitionTopics()).containsOnlyKeys("one-repartition");
    }

    @Test
    void theTopicsThatCouldBeMergedAreNamedToo() {
        countTwice();
        assertThat(explained("none"))
                .containsExactly(
                        "merge.repartition.topics did nothing: the topics one-repartition, two-repartition all carry"
                                + " the records behind rekeyed, because topology.optimization does not ask for the rule.");
    }

    private void countTwice() {
        KStream<String, String> rekeyed = rekeyed();
        rekeyed.groupByKey().count(Materialized.as("one"));
        rekeyed.filter((key, value) -> true).groupByKey().count(Materialized.as("two"));
    }

    @Test
    void aTopicThatIsMovedIsNamed() {
        rekeyed().filter((key, value) -> true, Named.as("some")).groupByKey().count(Materialized.as("one"));
        assertThat(explained(MERGE))
                .containsExactly(
                        "merge.repartition.topics: topic one-repartition comes right behind rekeyed, before some,"
                                + " because no step on the way changes a value, and other topics could be merged with it there.");
    }

    @Test
    void aTopicThatIsAloneStaysAsItWas() {
        rekeyed().groupByKey().count(Materialized.as("one"));
        assertThat(explained(MERGE))
                .containsExactly(
                        "merge.repartition.topics did nothing: topic one-repartition is as it was, because it is the"
                                + " only one that carries the records behind rekeyed.");
    }

    @Test
    void aTopicBehindNewValuesStaysAsItWas() {
        rekeyed().mapValues(value -> value, Named.as("revalued")).groupByKey().count(Materialized.as("one"));
        assertThat(explained(MERGE))
                .containsExactly(
                        "merge.repartition.topics did nothing: topic one-repartition is as it was, because step"
                                + " revalued may change values, and those before it need not fit the serdes of the topic.");
    }

    private KStream<String, String> rekeyed() {
        return lowering.stream("in").selectKey((key, value) -> value, Named.as("rekeyed"));
    }

    // ---- single.store.self.join ----

    @Test
    void aJoinOfAStreamWithItselfIsNamed() {
        joinWith(lowering.stream("in"));
        assertThat(explained(SELF))
                .containsExactly(
                        "single.store.self.join: join near-merge keeps each record once, in store kept-this-join-store, and"
                                + " needs no store kept-other-join-store, because both its sides are the stream behind"
                                + " KSTREAM-SOURCE-0000000000.");
        assertThat(recorded.definition().stores()).containsOnlyKeys("kept-this-join-store");
    }

    @Test
    void aJoinOfAStreamWithItselfIsNamedAlsoIfItIsLeftAsItWas() {
        joinWith(lowering.stream("in"));
        assertThat(explained("none"))
                .containsExactly(
                        "single.store.self.join did nothing: join near-merge keeps each record of the stream behind"
                                + " KSTREAM-SOURCE-0000000000 twice, in the stores kept-this-join-store and kept-other-join-store,"
                                + " because topology.optimization does not ask for the rule.");
    }

    @Test
    void aJoinOfTwoStreamsStaysAsItWas() {
        joinWith(lowering.stream("other"));
        assertThat(explained(SELF))
                .containsExactly("single.store.self.join did nothing: join near-merge keeps its two sides in the stores"
                        + " kept-this-join-store and kept-other-join-store, because they are two streams, behind"
                        + " KSTREAM-SOURCE-0000000001 and behind KSTREAM-SOURCE-0000000000.");
    }

    private void joinWith(KStream<String, String> other) {
        StreamJoined<String, String, String> options =
                StreamJoined.<String, String, String>as("kept").withName("near");
        lowering.stream("in").join(other, (one, two) -> one + two, WINDOWS, options);
    }

    // ---- whole programs ----

    @Test
    void aListOfRulesIsFollowed() {
        lowering.keptTable("rows", "kept");
        countTwice();
        joinWith(lowering.stream("in"));
        explained(REUSE + ", " + SELF);
        assertThat(recorded.explain())
                .filteredOn(Explanation::applied)
                .extracting(Explanation::rule)
                .containsExactly(REUSE, SELF);
    }

    @Test
    void aTopologyWithoutAProgramHasNothingToExplain() {
        assertThat(new Topology().addSource("source", "topic").explain()).isEmpty();
    }

    @Test
    void whatIsSpokenOfIsThere() {
        Corpus.programs().forEach((name, program) -> {
            Topology topology = program.get();
            String text = topology.describe().toString();
            for (Explanation explanation : topology.explain()) {
                assertThat(explanation.about())
                        .as(name)
                        .isNotEmpty()
                        .allMatch(part -> explanation.toString().contains(part));
                assertThat(text)
                        .as(name + ": " + explanation)
                        .contains(explanation.about().get(0));
            }
        });
    }

    private List<String> explained(String optimization) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, optimization);
        lowering.program().build(new Topology(), recorded, properties);
        return recorded.explain().stream().map(Explanation::toString).toList();
    }
}
