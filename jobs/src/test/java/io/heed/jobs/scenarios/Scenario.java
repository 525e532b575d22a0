package io.heed.jobs.scenarios;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.jobs.configuration.TimeOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One folder of {@code replay-data/scenarios}.
 *
 * @param time how its time is kept: as usual, but for what its {@code scenario.yaml} says
 */
record Scenario(Path folder, TimeOptions time) {
    private static final Path ALL = Path.of("..", "replay-data", "scenarios");
    private static final String SETTINGS = "scenario.yaml";

    /** All scenarios, by name. */
    static List<Scenario> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> new Scenario(folder, time(folder)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Scenario named(String name) {
        Path folder = ALL.resolve(name);
        return new Scenario(folder, time(folder));
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path events() {
        return folder.resolve("events.jsonl");
    }

    Outcome expected() {
        return new Outcome(lines("expected-triggers.jsonl"), lines("expected-decisions.jsonl"));
    }

    void write(Outcome outcome) throws IOException {
        Files.write(folder.resolve("expected-triggers.jsonl"), outcome.triggers());
        Files.write(folder.resolve("expected-decisions.jsonl"), outcome.decisions());
    }

    List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TimeOptions time(Path folder) {
        Path settings = folder.resolve(SETTINGS);
        TimeOptions usual = TimeOptions.usual();
        if (!Files.exists(settings)) {
            return usual;
        }
        Problems problems = new Problems();
        try {
            YamlMapping top = YamlFile.read(settings.toString(), Files.readString(settings), problems);
            YamlValue until = top == null ? null : top.find("until");
            if (top != null) {
                top.rejectUnknownKeys();
            }
            problems.throwIfAny();
            return until == null ? usual : usual.until(until.timeMillis());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
