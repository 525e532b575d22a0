package io.heed.jobs.commands.arguments;

import io.heed.jobs.configuration.JobConfiguration;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** What a command finds where it runs. */
public interface Installation {
    /** The folder of Heed itself, which is also the workspace unless told otherwise. */
    Path home();

    /** The environment variables. */
    Map<String, String> environment();

    /** The wall clock, by which dates in the far future are told and work is timed. */
    InstantSource clock();

    /** What is typed or piped in. */
    InputStream standardInput();

    /** The recording that comes with Heed. */
    default Path bundledRecording() {
        return home().resolve("replay-data/recordings/telco/events.jsonl.gz");
    }

    /** The secret of the keyed hashes. */
    default String hashKey() {
        return environment().getOrDefault("HEED_KEY", JobConfiguration.DEMONSTRATION_KEY);
    }
}
