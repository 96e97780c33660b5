package dev.millrace.runtime;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test class with a broker that all its tests share, and a directory for each of them. */
abstract class OnBroker {
    static Cluster cluster;

    /** Of one test alone. */
    @TempDir
    Path directory;

    @BeforeAll
    static void startBroker(@TempDir Path brokerDir) {
        cluster = new Cluster(brokerDir);
    }

    @AfterAll
    static void stopBroker() {
        cluster.close();
    }
}
