package dev.millrace.streams.kstream;

import java.io.OutputStream;

public class Printed<K, V> implements NamedOperation<Printed<K, V>> {
    protected final OutputStream outputStream;
    protected String label;
    protected String processorName;
    protected KeyValueMapper<? super K, ? super V, String> mapper;

    protected Printed(Printed<K, V> printed) {
        throw new UnsupportedOperationException("Printed");
    }

    public static <K, V> Printed<K, V> toFile(String filePath) {
        throw new UnsupportedOperationException("Printed.toFile");
    }

    public static <K, V> Printed<K, V> toSysOut() {
        throw new UnsupportedOperationException("Printed.toSysOut");
    }

    public Printed<K, V> withLabel(String label) {
        throw new UnsupportedOperationException("Printed.withLabel");
    }

    public Printed<K, V> withKeyValueMapper(KeyValueMapper<? super K, ? super V, String> mapper) {
        throw new UnsupportedOperationException("Printed.withKeyValueMapper");
    }

    @Override
    public Printed<K, V> withName(String processorName) {
        throw new UnsupportedOperationException("Printed.withName");
    }
}
