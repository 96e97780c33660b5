package dev.millrace.streams.kstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.errors.TopologyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTest {
    private static String nameOf(Named named) {
        return named.name;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "...", "Aa0._-", "KSTREAM-MAP-0000000001"})
    void lettersDigitsDotsUnderscoresAndDashesAreLegal(String name) {
        assertThat(nameOf(Named.as(name))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a b", "a/b", "ü", "a:b", "\u0000"})
    void everythingElseIsNot(String name) {
        assertThatThrownBy(() -> Named.as(name))
                .isInstanceOf(TopologyException.class)
                .hasMessageStartingWith("Invalid topology: ");
    }

    @Test
    void aNameHas249CharactersAtMost() {
        assertThat(nameOf(Named.as("a".repeat(249)))).hasSize(249);
        assertThatThrownBy(() -> Named.as("a".repeat(250)))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("250");
    }

    @Test
    void anotherNameMakesAnotherObject() {
        Named first = Named.as("first");
        Named second = first.withName("second");
        assertThat(nameOf(first)).isEqualTo("first");
        assertThat(nameOf(second)).isEqualTo("second");
    }

    @Test
    void noNameIsAMistake() {
        assertThatThrownBy(() -> Named.as(null)).isInstanceOf(NullPointerException.class);
    }
}
