package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.kstream.ValueTransformerWithKey;
import dev.millrace.streams.kstream.ValueTransformerWithKeySupplier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value transformer of the user's and its life. Its node opens and closes it. */
public final class ValueTransformation {
    private final ValueTransformerWithKey<Object, Object, Object> transformer;
    private final TransformerView view;
    private boolean initialized;

    /**
     * A new transformer.
     *
     * @param node the node that it belongs to
     * @param connectedStores the names of the stores it may use
     */
    public ValueTransformation(
            ValueTransformerWithKeySupplier<Object, Object, Object> supplier,
            Operator node,
            OperatorContext context,
            List<String> connectedStores) {
        this.transformer = UserOperator.supplied(supplier.get(), node.name());
        this.view = new TransformerView(node, context, connectedStores);
    }

    public void open() {
        initialized = true;
        transformer.init(view);
    }

    /** The new value of a row; null is a row that is not there, before and after. */
    public @Nullable Object transform(Object key, @Nullable Object value) {
        return transformer.transform(key, value);
    }

    public void close() {
        if (initialized) {
            initialized = false;
            transformer.close();
        }
    }
}
