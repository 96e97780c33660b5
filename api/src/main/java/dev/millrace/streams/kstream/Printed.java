package dev.millrace.streams.kstream;

import dev.millrace.streams.errors.TopologyException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * How a stream is printed: where to, in which form, and under which label.
 *
 * <p>Mutable: the {@code with} methods change this object and return it.
 *
 * <p>Not thread-safe. Source: KIP-160.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public class Printed<K, V> implements NamedOperation<Printed<K, V>> {
    /** Where to print. */
    protected final OutputStream outputStream;

    /** What stands in front of each line; null for the name of the processor. */
    protected String label;

    /** The name of the step. */
    protected String processorName;

    /** How a record is printed. */
    protected KeyValueMapper<? super K, ? super V, String> mapper = (key, value) -> key + ", " + value;

    private Printed(OutputStream outputStream) {
        this.outputStream = outputStream;
    }

    /** Creates a copy. */
    protected Printed(Printed<K, V> printed) {
        this.outputStream = printed.outputStream;
        this.label = printed.label;
        this.mapper = printed.mapper;
        this.processorName = printed.processorName;
    }

    /**
     * Prints to a file, which is created, or emptied if it exists.
     *
     * @throws TopologyException if the path is empty or cannot be written
     * @throws NullPointerException if it is null
     */
    public static <K, V> Printed<K, V> toFile(String filePath) {
        Objects.requireNonNull(filePath, "filePath cannot be null");
        if (filePath.isBlank()) {
            throw new TopologyException("filePath cannot be empty");
        }
        try {
            return new Printed<>(Files.newOutputStream(Path.of(filePath)));
        } catch (IOException e) {
            throw new TopologyException("Cannot write to the file " + filePath, e);
        }
    }

    /** Prints to the standard output. */
    public static <K, V> Printed<K, V> toSysOut() {
        return new Printed<>(System.out);
    }

    /**
     * Sets what stands in front of each line.
     *
     * @throws NullPointerException if the label is null
     */
    public Printed<K, V> withLabel(String label) {
        this.label = Objects.requireNonNull(label, "label cannot be null");
        return this;
    }

    /**
     * Sets how a record is printed.
     *
     * @throws NullPointerException if the mapper is null
     */
    public Printed<K, V> withKeyValueMapper(KeyValueMapper<? super K, ? super V, String> mapper) {
        this.mapper = Objects.requireNonNull(mapper, "mapper cannot be null");
        return this;
    }

    /** Sets the name of the step. */
    @Override
    public Printed<K, V> withName(String processorName) {
        this.processorName = processorName;
        return this;
    }
}
