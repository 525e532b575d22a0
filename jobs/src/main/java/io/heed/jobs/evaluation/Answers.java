package io.heed.jobs.evaluation;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which causes of a recording each play answers, declared in {@code answers.yaml} beside it.
 *
 * @param causesOfPlay the causes by play
 * @param graceMillis how long after its end an episode still explains a trigger
 */
public record Answers(Map<String, List<String>> causesOfPlay, long graceMillis) {
    /**
     * Reads the file.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static Answers read(Path file) throws IOException {
        Problems problems = new Problems();
        Map<String, List<String>> causes = new TreeMap<>();
        long grace = 0;
        YamlMapping top = YamlFile.read(file.toString(), Files.readString(file), problems);
        if (top != null) {
            grace = top.durationMillis("grace", 0);
            YamlValue plays = top.require("plays", "{bill-spike: [roaming-charges]}");
            YamlMapping mapping = plays == null ? null : plays.mapping();
            if (mapping != null) {
                mapping.entries().forEach((play, value) -> causes.put(play, value.texts()));
            }
            top.rejectUnknownKeys();
        }
        problems.throwIfAny();
        return new Answers(causes, grace);
    }

    /** The causes that a play answers; none where it is not declared. */
    List<String> of(String play) {
        return causesOfPlay.getOrDefault(play, List.of());
    }

    boolean explains(String play, Episode episode, long timeMillis) {
        return of(play).contains(episode.cause())
                && episode.fromMillis() <= timeMillis
                && (episode.untilMillis() == Long.MAX_VALUE || timeMillis <= episode.untilMillis() + graceMillis);
    }
}
