package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.ForeachAction;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.Printed;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a {@link Printed} says. */
public final class PrintedOptions<K, V> extends Printed<K, V> {

    public PrintedOptions(Printed<K, V> printed) {
        super(printed);
    }

    public @Nullable String name() {
        return processorName;
    }

    /**
     * Prints each record on a line, after a label in brackets.
     *
     * @param defaultLabel what stands there if no label was given
     */
    public ForeachAction<K, V> action(String defaultLabel) {
        String prefix = "[" + (label == null ? defaultLabel : label) + "]: ";
        KeyValueMapper<? super K, ? super V, String> text = mapper;
        PrintStream out = outputStream instanceof PrintStream known
                ? known
                : new PrintStream(outputStream, true, StandardCharsets.UTF_8);
        return (key, value) -> out.println(prefix + text.apply(key, value));
    }
}
