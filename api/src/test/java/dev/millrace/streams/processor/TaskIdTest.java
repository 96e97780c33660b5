package dev.millrace.streams.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.errors.TaskIdFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1_2", "0_0", "t__1_2", "a_b__1_2", "-1_2"})
    void whatIsWrittenCanBeRead(String text) {
        assertThat(TaskId.parse(text)).hasToString(text);
    }

    @Test
    void theNameComesFirst() {
        assertThat(TaskId.parse("t__1_2")).isEqualTo(new TaskId(1, 2, "t"));
        assertThat(TaskId.parse("__1_2")).isEqualTo(new TaskId(1, 2));
        assertThat(new TaskId(1, 2, "").topologyName()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "_", "1", "1_", "_2", "x_y", "1_2_3", "t_1_2", "t__1", "1_ 2", "a__b__1_2", "1_99999999999"})
    void everythingElseIsNoTaskId(String text) {
        assertThatThrownBy(() -> TaskId.parse(text))
                .isInstanceOf(TaskIdFormatException.class)
                .hasMessageContaining(text);
    }

    @Test
    void nothingIsNoTaskId() {
        assertThatThrownBy(() -> TaskId.parse(null)).isInstanceOf(TaskIdFormatException.class);
    }

    @Test
    void tasksAreOrderedByNameSubtopologyAndPartition() {
        assertThat(new TaskId(1, 2)).isLessThan(new TaskId(1, 3)).isLessThan(new TaskId(2, 0));
        assertThat(new TaskId(9, 9, "a")).isLessThan(new TaskId(0, 0, "b"));
    }

    @Test
    void tasksWithAndWithoutANameCannotBeCompared() {
        TaskId named = new TaskId(0, 0, "a");
        TaskId unnamed = new TaskId(0, 0);
        assertThatThrownBy(() -> named.compareTo(unnamed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> unnamed.compareTo(named)).isInstanceOf(IllegalStateException.class);
    }
}
