package dev.millrace.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** No public or protected member was removed or changed, but for what leaks.tsv lists with a reason. */
class ApiChangesTest {

    @Test
    void nothingButTheListedLeaksIsRemovedOrChanged() {
        ApiChanges changes = ApiChanges.between(Jars.PUBLISHED, Jars.DROP_IN);
        Map<String, String> leaks = Leaks.reasons();
        System.out.println("drop-in: " + changes.types() + " types compared, " + leaks.size() + " leaks listed");

        assertThat(changes.lines())
                .as("changes that are not in leaks.tsv, or no longer there")
                .containsExactlyInAnyOrderElementsOf(leaks.keySet());
        assertThat(leaks.values()).as("a reason for each").allMatch(reason -> !reason.isBlank());
    }
}
