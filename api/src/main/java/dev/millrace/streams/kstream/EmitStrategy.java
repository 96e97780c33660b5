package dev.millrace.streams.kstream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public interface EmitStrategy {
    Logger log = LoggerFactory.getLogger(EmitStrategy.class);

    StrategyType type();

    static EmitStrategy onWindowClose() {
        throw new UnsupportedOperationException("EmitStrategy.onWindowClose");
    }

    static EmitStrategy onWindowUpdate() {
        throw new UnsupportedOperationException("EmitStrategy.onWindowUpdate");
    }

    enum StrategyType {
        ON_WINDOW_UPDATE,
        ON_WINDOW_CLOSE;

        public static EmitStrategy forType(StrategyType type) {
            throw new UnsupportedOperationException("StrategyType.forType");
        }
    }
}
