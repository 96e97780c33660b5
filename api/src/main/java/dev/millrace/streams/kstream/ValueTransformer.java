package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.ProcessorContext;

@Deprecated
public interface ValueTransformer<V, VR> {

    void init(ProcessorContext context);

    VR transform(V value);

    void close();
}
