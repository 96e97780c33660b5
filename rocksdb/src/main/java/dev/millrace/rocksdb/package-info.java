/**
 * State on RocksDB: one database per task, one column family per store, one commit = one atomic batch.
 *
 * <p>The only code of the engine that sees {@code org.rocksdb}. Nothing here knows what keys and values mean; that is the
 * business of the store kinds above {@link dev.millrace.state.database.OrderedBytes}. Read
 * {@link dev.millrace.rocksdb.RocksDatabases} first, then {@link dev.millrace.rocksdb.RocksDatabase}.
 *
 * <p>Threads: the thread that owns the task writes and closes; any thread reads. Memory behind these objects is not the
 * garbage collector's, and touching it after it was freed ends the process, so every call into a database passes a
 * {@link dev.millrace.rocksdb.Gate} that closing waits for.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.rocksdb;
