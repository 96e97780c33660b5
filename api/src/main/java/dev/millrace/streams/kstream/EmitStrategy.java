package dev.millrace.streams.kstream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a windowed aggregation sends a result on: at every update, or once when the window closes (KIP-825). */
public interface EmitStrategy {
    /** The log of this interface. */
    Logger log = LoggerFactory.getLogger(EmitStrategy.class);

    /** Which strategy this is. */
    StrategyType type();

    /** Emits one final result when stream time passes the end of the window and its grace period. */
    static EmitStrategy onWindowClose() {
        return StrategyType.forType(StrategyType.ON_WINDOW_CLOSE);
    }

    /** Emits a result at every update, as far as caches let it through. The default. */
    static EmitStrategy onWindowUpdate() {
        return StrategyType.forType(StrategyType.ON_WINDOW_UPDATE);
    }

    /** The strategies there are. */
    enum StrategyType {
        /** A result at every update. */
        ON_WINDOW_UPDATE,
        /** One result when the window closes. */
        ON_WINDOW_CLOSE;

        /**
         * The strategy of this type.
         *
         * @throws NullPointerException if the type is null
         */
        public static EmitStrategy forType(StrategyType type) {
            return new OfType(type);
        }
    }
}
