package dev.millrace.kafka;

import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.Transaction;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactions of a worker's producer.
 *
 * <p>The producer's transactional id is the same after every {@link #initialise}, which is what makes the coordinator end the
 * predecessor's business: it aborts an open transaction, and if a commit was under way it completes that first. So when
 * {@code initialise} returns, the committed offsets tell how the past ended.
 */
final class KafkaTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaTransaction.class);

    /** Each waits for max.block.ms; more would only hide that the coordinator is not there. */
    private static final int INITIALISE_ATTEMPTS = 3;

    private final KafkaRecordSink sink;
    private boolean open;

    /** @param sink whose producers have a transactional id */
    KafkaTransaction(KafkaRecordSink sink) {
        this.sink = sink;
    }

    @Override
    public void initialise() {
        open = false;
        Producer<byte[], byte[]> producer = sink.renew();
        for (int attempt = 1; ; attempt++) {
            try {
                producer.initTransactions();
                return;
            } catch (TimeoutException e) {
                if (attempt == INITIALISE_ATTEMPTS) {
                    throw e;
                }
                LOG.warn("The transaction coordinator does not answer yet ({})", e.getMessage());
            } catch (KafkaException e) {
                throw ClientErrors.inTransaction("taking over the transactional id", e);
            }
        }
    }

    @Override
    public void begin() {
        if (open) {
            return;
        }
        try {
            sink.producer().beginTransaction();
            open = true;
        } catch (KafkaException e) {
            throw ClientErrors.inTransaction("beginning a transaction", e);
        }
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public void sendOffsets(Map<TopicPartition, CommitPoint> offsets, RecordSource.GroupToken member) {
        // First, because a send that failed makes everything that follows fail with a worse message.
        sink.flush();
        try {
            sink.producer()
                    .sendOffsetsToTransaction(
                            KafkaRecordSource.clientOffsets(offsets), ((KafkaRecordSource.Token) member).metadata());
        } catch (KafkaException e) {
            throw ClientErrors.inTransaction("adding offsets " + offsets + " to the transaction", e);
        }
    }

    @Override
    public void commit() {
        sink.flush();
        try {
            sink.producer().commitTransaction();
            open = false;
        } catch (KafkaException e) {
            throw ClientErrors.inTransaction("committing", e);
        }
    }

    @Override
    public void abort() {
        if (!open) {
            return;
        }
        open = false;
        try {
            sink.producer().abortTransaction();
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.info("The transaction was not aborted; the coordinator does it when it times out: {}", e.getMessage());
        }
    }
}
