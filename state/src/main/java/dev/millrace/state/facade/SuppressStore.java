package dev.millrace.state.facade;

import dev.millrace.state.buffer.SuppressBuffer;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;

/** The buffer of a suppression as user code sees it: a store without anything to read. */
public final class SuppressStore extends StoreFacade<SuppressBuffer> {
    private final boolean measured;

    /** @param measured whether the buffer has a limit of bytes */
    public SuppressStore(StoreSpec spec, boolean measured) {
        super(spec, null);
        this.measured = measured;
    }

    @Override
    protected SuppressBuffer openOn(StoreHost opening) {
        return new SuppressBuffer(spec(), measured, opening);
    }
}
