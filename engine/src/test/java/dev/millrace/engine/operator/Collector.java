package dev.millrace.engine.operator;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A child that takes everything and writes it down: {@code k=v@5} for a record, {@code k: new<-old@5} for an update. */
public final class Collector extends Operator {
    public final List<String> taken = new ArrayList<>();
    public final List<Headers> headers = new ArrayList<>();

    public Collector(String name, OperatorContext context) {
        super(name, context);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        taken.add(key + "=" + value + "@" + timestamp);
        this.headers.add(headers);
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        taken.add(key + ": " + newValue + "<-" + oldValue + "@" + timestamp);
        this.headers.add(headers);
    }

    /** What was taken since the last call. */
    public List<String> drain() {
        List<String> drained = List.copyOf(taken);
        taken.clear();
        return drained;
    }
}
