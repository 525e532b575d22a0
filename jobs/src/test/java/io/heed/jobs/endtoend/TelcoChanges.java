package io.heed.jobs.endtoend;

import io.heed.jobs.change.ChangeFolder;
import java.io.IOException;
import java.nio.file.Path;

/** A quarter of changes to the telco's patterns and plays, of every kind, one of them refused. */
final class TelcoChanges {
    private static final String CALLED_TWICE = """
            patterns:
              called-twice:
                version: %d
                description: Two calls within some time.
                within: %s
                keep-events: 20
                stages:
                  - first: {event: call.started}
                  - again: {followed-by: call.started}
                after-match: skip-past-last-event
            """;

    private static final String NOT_CALLED_AGAIN = """
            patterns:
              not-called-again:
                version: %d
                description: A call, and then none for some days.
                within: %s
                keep-events: 20
                stages:
                  - call: {event: call.started}
                  - none: {not-followed-by: call.started}
            """;

    private TelcoChanges() {}

    /** Writes the changes as a log. */
    static Path write(Path folder) throws IOException {
        ChangeFolder log = new ChangeFolder(folder);
        log.append(entry(
                "pattern", "called-twice", "apply", 1, "2026-01-10T00:00:00Z", definition(CALLED_TWICE, 1, "1d")));
        log.append(entry(
                "pattern",
                "not-called-again",
                "apply",
                1,
                "2026-01-10T00:00:00Z",
                definition(NOT_CALLED_AGAIN, 1, "20d")));
        log.append(entry("pattern", "second-contact-same-topic", "pause", 1, "2026-01-25T12:00:00Z", ""));
        log.append(entry("play", "brief-agent-after-chat", "pause", 1, "2026-01-30T00:00:00Z", ""));
        log.append(entry(
                "pattern", "unused-addon-30-days", "set", 2, "2026-02-03T09:00:00Z", ", parameters: {unused: 25d}"));
        log.append(entry("play", "brief-agent-after-chat", "resume", 1, "2026-02-05T00:00:00Z", ""));
        log.append(entry("pattern", "second-contact-same-topic", "resume", 1, "2026-02-09T12:00:00Z", ""));
        log.append(entry(
                "pattern",
                "unresolved-chat-then-call",
                "set",
                2,
                "2026-02-10T10:00:00Z",
                ", parameters: {window: 48h}, on-change: finish"));
        log.append(entry(
                "pattern",
                "called-twice",
                "apply",
                2,
                "2026-02-14T00:00:00Z",
                ", shadow: true" + definition(CALLED_TWICE, 2, "3d")));
        log.append(entry("pattern", "post-nobody-answered", "remove", 1, "2026-02-15T00:00:00Z", ""));
        log.append(entry(
                "pattern",
                "not-called-again",
                "apply",
                2,
                "2026-02-20T00:00:00Z",
                ", on-change: replay" + definition(NOT_CALLED_AGAIN, 2, "10d")));
        log.append(entry("pattern", "called-twice", "promote", 2, "2026-03-01T00:00:00Z", ""));
        return folder;
    }

    private static String entry(String kind, String name, String action, int version, String at, String rest) {
        return "{kind: " + kind + ", name: " + name + ", action: " + action + ", version: " + version + ", at: " + at
                + rest + "}";
    }

    private static String definition(String template, int version, String within) {
        return ", definition: \"" + template.formatted(version, within).replace("\n", "\\n") + "\"";
    }
}
