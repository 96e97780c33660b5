package dev.millrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line of a broker process. */
class BrokerArgumentsTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        BrokerArguments arguments = new BrokerArguments(
                "data dir",
                BrokerOptions.standard().withPort(9092).withPartitions(4).withProperty("a.b", "c=d"),
                true);

        assertThat(BrokerArguments.parse(arguments.toCommandLine().toArray(String[]::new)))
                .isEqualTo(arguments);
    }

    @Test
    void onlyTheDirectoryIsNeeded() {
        assertThat(BrokerArguments.parse("--dir", "data"))
                .isEqualTo(new BrokerArguments("data", BrokerOptions.standard(), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --port 1                   | --dir is missing
                    --dir                      | --dir needs a value
                    --dir d --port http        | --port is http
                    --dir d --port 65536       | port is 65536
                    --dir d --partitions 0     | partitions is 0
                    --dir d --property nothing | --property is nothing
                    --dir d --verbose          | Unknown argument --verbose
                    """)
    void whatIsWrongIsNamed(String line, String message) {
        assertThatThrownBy(() -> BrokerArguments.parse(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
