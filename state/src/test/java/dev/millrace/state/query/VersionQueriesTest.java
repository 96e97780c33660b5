package dev.millrace.state.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.query.FailureReason;
import dev.millrace.streams.query.KeyQuery;
import dev.millrace.streams.query.MultiVersionedKeyQuery;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.VersionedKeyQuery;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.VersionedRecord;
import dev.millrace.streams.state.VersionedRecordIterator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VersionQueriesTest {
    private TestTask task;
    private VersionedKeyValueStore<String, String> store;

    /** One until 2000, two until 3000, nothing until 70000, three from then on. */
    @BeforeEach
    void open() {
        task = TestTask.with(Stores.versionedKeyValueStoreBuilder(
                Stores.persistentVersionedKeyValueStore("s", Duration.ofMinutes(5)), Serdes.String(), Serdes.String()));
        store = task.store("s");
        store.put("k", "one", 1_000);
        store.put("k", "two", 2_000);
        store.put("k", null, 3_000);
        task.commit();
        task.origin().turnTo("in", 7, 70_000);
        store.put("k", "three", 70_000);
    }

    @AfterEach
    void close() {
        task.close();
    }

    private <R> QueryResult<R> ask(Query<R> query) {
        return store.query(query, PositionBound.unbounded(), new QueryConfig(false));
    }

    private static Instant at(long ms) {
        return Instant.ofEpochMilli(ms);
    }

    private static MultiVersionedKeyQuery<String, String> all() {
        return MultiVersionedKeyQuery.withKey("k");
    }

    private List<String> values(MultiVersionedKeyQuery<String, String> query) {
        List<String> values = new ArrayList<>();
        try (VersionedRecordIterator<String> versions = ask(query).getResult()) {
            versions.forEachRemaining(version -> values.add(version.value()));
        }
        return values;
    }

    @Test
    void oneVersionIsTheLatestOrTheOneThatHeldThen() {
        VersionedKeyQuery<String, String> latest = VersionedKeyQuery.withKey("k");

        assertThat(ask(latest).getResult()).isEqualTo(new VersionedRecord<>("three", 70_000));
        assertThat(ask(latest.asOf(at(1_999))).getResult()).isEqualTo(new VersionedRecord<>("one", 1_000, 2_000));
        assertThat(ask(latest.asOf(at(3_000))).getResult()).isNull();
        assertThat(ask(latest).getPosition()).isEqualTo(Position.emptyPosition().withComponent("in", 0, 7));
    }

    @Test
    void allVersionsComeTheLastOneFirstUnlessAskedOtherwise() {
        assertThat(values(all())).containsExactly("three", "two", "one");
        assertThat(values(all().withAscendingTimestamps())).containsExactly("one", "two", "three");
        assertThat(values(MultiVersionedKeyQuery.withKey("unknown"))).isEmpty();
    }

    @Test
    void ofASpanOfTimeThereIsWhatHeldAtAnyMomentOfIt() {
        assertThat(values(all().fromTime(at(1_500)).toTime(at(2_000)))).containsExactly("two", "one");
        assertThat(values(all().fromTime(at(2_000)))).containsExactly("three", "two");
        assertThat(values(all().toTime(at(999)))).isEmpty();
        assertThat(values(all().fromTime(at(3_000)).toTime(at(69_999)))).isEmpty();
    }

    @Test
    void whatIsOlderThanTheHistoryIsGone() {
        store.put("k", "four", 302_500);

        assertThat(values(all())).containsExactly("four", "three", "two");
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> ask(all().fromTime(at(2)).toTime(at(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be after");
    }

    @Test
    void otherQueriesAreUnknown() {
        assertThat(ask(KeyQuery.withKey("k")).getFailureReason()).isEqualTo(FailureReason.UNKNOWN_QUERY_TYPE);
    }
}
