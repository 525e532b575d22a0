package io.heed.jobs.endtoend;

import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.OutputOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What came out of a job: its counts and, in a fixed order, the lines of an output. */
record Outcome(Path folder, Map<String, Long> counts) {
    /** Runs a job to its end; everything goes to files in a new folder. */
    static Outcome of(JobConfiguration job, Run run, Path folder) throws Exception {
        OutputOptions output = new OutputOptions(folder.resolve("out").toString(), "", "care-", Map.of(), false);
        return new Outcome(folder.resolve("out"), run.counts(job.withOutput(output), folder.resolve("checkpoints")));
    }

    /** The lines of one output, sorted: a line begins with its id, and ids are unique. */
    List<String> lines(String output) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.exists(folder.resolve(output))) {
            try (Stream<Path> files = Files.walk(folder.resolve(output))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.getFileName().toString().startsWith(".")) {
                        lines.addAll(Files.readAllLines(file));
                    }
                }
            }
        }
        Collections.sort(lines);
        return lines;
    }

    /** The lines about customers whose events all came in time. */
    List<String> guaranteed(String output) throws IOException {
        return lines(output).stream()
                .filter(line -> !line.contains(DisturbedRecording.UNPUNCTUAL))
                .toList();
    }

    long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** How many matches of a version of a pattern were open in the end. */
    long openOf(String key) {
        return count("pattern/" + key + "/open");
    }

    /** All records, by what became of them. */
    long accountedFor() {
        return Stream.of("handled", "duplicate", "late", "erased", "unattributed", "deadLetters", "shared")
                .mapToLong(this::count)
                .sum();
    }
}
