package dev.millrace.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The main program of a broker in a process of its own.
 *
 * <pre>
 * java -cp ... dev.millrace.embedded.BrokerProcess --dir data --port 9092
 * </pre>
 *
 * <p>Once the broker serves clients, one line on standard output says where: {@code bootstrap.servers=127.0.0.1:9092}.
 * It stops cleanly on SIGTERM and SIGINT, and with {@code --until-stdin-closes} also when standard input ends, which it
 * does when the process that started it is gone, however it went.
 */
public final class BrokerProcess {
    static final String READY = "bootstrap.servers=";

    private BrokerProcess() {}

    /** Runs a broker until the process is told to stop; ends with status 2 for bad arguments and 1 for other failures. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    private static int run(String[] args, PrintStream out, PrintStream err) {
        BrokerArguments arguments;
        try {
            arguments = BrokerArguments.parse(args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(BrokerArguments.USAGE);
            return 2;
        }
        try {
            serve(arguments, out);
            return 0;
        } catch (BrokerException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static void serve(BrokerArguments arguments, PrintStream out) {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments.directory()), arguments.options())) {
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "broker-shutdown"));
            out.println(READY + kafka.bootstrapServers());
            out.flush();
            if (arguments.untilStdinCloses()) {
                awaitEndOfInput();
            } else {
                awaitSignal();
            }
        }
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // What is written does not matter, only that somebody is still there to write.
            }
        } catch (IOException e) {
            // Broken is as good as closed.
        }
    }

    /** Waits for ever: a signal ends the process through its shutdown hook. */
    private static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
