package dev.millrace.engine.worker;

import java.util.UUID;

/**
 * Who a worker is.
 *
 * @param name the thread's name, as logs and metadata show it
 * @param processId the instance's identity, kept in its state directory
 * @param endpoint {@code application.server}, empty if there is none
 */
public record WorkerIdentity(String name, UUID processId, String endpoint) {}
