package dev.millrace.state.query;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.kind.TaskStore;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A store as other threads see it: every look at it takes the task's lock.
 *
 * @param <S> the kind of store behind it
 * @param <F> what they see as a value
 */
abstract sealed class StoreView<S extends TaskStore, F> permits KeyValueView, SessionView, WindowView {
    final StoreFacade<S> facade;
    final ValueShape<F> shape;
    final Lock lock;

    StoreView(StoreFacade<S> facade, ValueShape<F> shape, Lock lock) {
        this.facade = facade;
        this.shape = shape;
        this.lock = lock;
    }

    final <R extends @Nullable Object> R locked(Function<S, R> read) {
        lock.lock();
        try {
            return read.apply(facade.store());
        } finally {
            lock.unlock();
        }
    }
}
