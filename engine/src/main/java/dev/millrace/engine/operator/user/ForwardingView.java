package dev.millrace.engine.operator.user;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.state.OriginSnapshot;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The task as a processor of the user's sees it; what is forwarded goes to the node's children. */
abstract class ForwardingView extends NodeView {
    private final Children children;

    ForwardingView(Operator node, OperatorContext task, List<String> connectedStores, Children children) {
        super(node, task, connectedStores);
        this.children = children;
    }

    /** Sends a record to the child of that name, or to all children if it is null. */
    final void send(
            @Nullable String childName, @Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        Operator target = childName == null ? children.all() : children.named(childName);
        if (describes(task(), timestamp, headers)) {
            target.accept(key, value, timestamp, headers);
        } else {
            sendAs(originWith(task(), timestamp, headers), target, key, value);
        }
    }

    /** Downstream of a changed timestamp or changed headers, stores and contexts are to see those. */
    private void sendAs(OriginSnapshot origin, Operator target, @Nullable Object key, @Nullable Object value) {
        OriginSnapshot before = task().actFor(origin);
        try {
            target.accept(key, value, origin.timestamp(), origin.headers());
        } finally {
            task().actFor(before);
        }
    }
}
