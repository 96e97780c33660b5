/** What every state database must do, and what is special about the one on RocksDB. */
@org.jspecify.annotations.NullMarked
package dev.millrace.rocksdb;
