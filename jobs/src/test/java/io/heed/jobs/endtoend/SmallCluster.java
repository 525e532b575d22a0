package io.heed.jobs.endtoend;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** A cluster in this JVM whose network holds so little that a slow sink slows the source down. */
final class SmallCluster {
    private SmallCluster() {}

    static MiniClusterExtension start() {
        return new MiniClusterExtension(with(new Configuration()));
    }

    /** The same with further settings. */
    static MiniClusterResourceConfiguration with(Configuration further) {
        Configuration configuration = new Configuration(further);
        configuration.set(TaskManagerOptions.MEMORY_SEGMENT_SIZE, MemorySize.parse("4kb"));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.parse("64mb"));
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.parse("256mb"));
        return new MiniClusterResourceConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumberTaskManagers(1)
                .setNumberSlotsPerTaskManager(4)
                .build();
    }
}
