package dev.millrace.streams.processor.api;

public final class InternalFixedKeyRecordFactory {

    private InternalFixedKeyRecordFactory() {}

    public static <KIn, VIn> FixedKeyRecord<KIn, VIn> create(Record<KIn, VIn> record) {
        throw new UnsupportedOperationException("InternalFixedKeyRecordFactory.create");
    }
}
