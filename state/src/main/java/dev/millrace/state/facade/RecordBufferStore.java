package dev.millrace.state.facade;

import dev.millrace.state.buffer.RecordBuffer;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;

/** The buffer of records that wait, as user code sees it: a store without anything to read. */
public final class RecordBufferStore extends StoreFacade<RecordBuffer> {

    public RecordBufferStore(StoreSpec spec) {
        super(spec, null);
    }

    @Override
    protected RecordBuffer openOn(StoreHost opening) {
        return new RecordBuffer(spec(), opening);
    }
}
