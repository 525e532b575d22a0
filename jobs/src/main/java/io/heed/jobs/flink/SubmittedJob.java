package io.heed.jobs.flink;

import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import java.time.InstantSource;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What {@code flink run heed-job.jar --config FILE} starts. */
public final class SubmittedJob {
    private SubmittedJob() {}

    /**
     * Builds the job that a configuration file describes and submits it.
     *
     * @param arguments {@code --config} and the file's path or URI
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            throw new IllegalArgumentException(
                    "arguments are not a configuration (legal: --config file:///etc/heed/heed.yaml)");
        }
        JobConfiguration configuration =
                JobConfiguration.read(arguments[1], WorkspaceFiles.read(arguments[1]), System.getenv());
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        new ProactiveCareJob(
                        configuration,
                        WorkspaceFiles.snapshot(configuration.workspace()),
                        List.of(),
                        InstantSource.system().millis())
                .addWithOutputsTo(environment);
        environment.execute("heed");
    }
}
