package dev.millrace.streams.processor.api;

/** Makes records with fixed keys. For the engine and for test drivers: applications get such records. */
public final class InternalFixedKeyRecordFactory {
    private InternalFixedKeyRecordFactory() {}

    /**
     * A record with the key, value, timestamp and a copy of the headers of this one.
     *
     * @throws NullPointerException if the record is null
     */
    public static <KIn, VIn> FixedKeyRecord<KIn, VIn> create(Record<KIn, VIn> record) {
        return new FixedKeyRecord<>(record.key(), record.value(), record.timestamp(), record.headers());
    }
}
