package dev.millrace.streams.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void aPositionOnlyMovesForward() {
        Position position = Position.emptyPosition().withComponent("t", 0, 5).withComponent("t", 0, 3);
        assertThat(position.getPartitionPositions("t")).isEqualTo(Map.of(0, 5L));
        position.merge(Position.fromMap(Map.of("t", Map.of(0, 4L, 1, 1L)))).merge(null);
        assertThat(position).isEqualTo(Position.fromMap(Map.of("t", Map.of(0, 5L, 1, 1L))));
    }

    @Test
    void aCopyOfAPositionChangesIndependently() {
        Position position = Position.emptyPosition();
        PositionBound bound = PositionBound.at(position);
        position.withComponent("t", 0, 5);
        assertThat(bound.isUnbounded()).isTrue();
        assertThat(bound.position()).isEqualTo(Position.emptyPosition());
    }

    @Test
    void aPositionIsNoHashKey() {
        assertThatThrownBy(() -> Position.emptyPosition().hashCode()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRequestIsForAllPartitionsUnlessToldOtherwise() {
        StateQueryRequest<String> request =
                StateQueryRequest.inStore("store").withQuery(KeyQuery.<String, String>withKey("k"));
        assertThat(request.isAllPartitions()).isTrue();
        assertThatThrownBy(request::getPartitions).isInstanceOf(IllegalStateException.class);
        StateQueryRequest<String> some = request.requireActive().withPartitions(Set.of());
        assertThat(some.isAllPartitions()).isFalse();
        assertThat(some.isRequireActive()).isTrue();
        assertThat(some.withAllPartitions().isAllPartitions()).isTrue();
    }

    @Test
    void successesHaveAResultAndFailuresAReason() {
        QueryResult<String> success = QueryResult.forResult("x");
        assertThat(success.getResult()).isEqualTo("x");
        assertThatIllegalArgumentException().isThrownBy(success::getFailureReason);
        QueryResult<String> failure = QueryResult.forFailure(FailureReason.NOT_ACTIVE, "standby");
        assertThat(failure.getFailureReason()).isEqualTo(FailureReason.NOT_ACTIVE);
        assertThatIllegalArgumentException().isThrownBy(failure::getResult).withMessageContaining("standby");
    }

    @Test
    void oneOfThePartitionsHasTheResult() {
        StateQueryResult<String> result = new StateQueryResult<>();
        assertThat(result.getOnlyPartitionResult()).isNull();
        result.addResult(0, QueryResult.forResult(null));
        result.addResult(1, QueryResult.forFailure(FailureReason.NOT_ACTIVE, "standby"));
        result.addResult(2, QueryResult.forResult("x"));
        assertThat(result.getOnlyPartitionResult().getResult()).isEqualTo("x");
        result.addResult(3, QueryResult.forResult("y"));
        assertThatIllegalArgumentException().isThrownBy(result::getOnlyPartitionResult);
    }

    @Test
    void thePositionOfAResultIsThatOfAllPartitionsTogether() {
        StateQueryResult<String> result = new StateQueryResult<>();
        QueryResult<String> first = QueryResult.forResult("x");
        first.setPosition(Position.emptyPosition().withComponent("t", 0, 5));
        result.addResult(0, first);
        result.addResult(1, QueryResult.forResult("y"));
        assertThat(result.getPosition()).isEqualTo(Position.emptyPosition().withComponent("t", 0, 5));
    }

    @Test
    void aRangeHasTheBoundsThatAreGiven() {
        assertThat(RangeQuery.withRange(null, "z").getLowerBound()).isEmpty();
        assertThat(RangeQuery.withUpperBound("z").withDescendingKeys().resultOrder())
                .isEqualTo(ResultOrder.DESCENDING);
        assertThatThrownBy(() -> RangeQuery.withLowerBound(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> KeyQuery.withKey(null)).isInstanceOf(NullPointerException.class);
    }
}
