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
import org.jspecify.annotations.Nullable;

/**
 * Which causes of a recording each play answers, declared in {@code answers.yaml} beside it.
 *
 * @param byPlay the answer of each play
 * @param graceMillis how long after its end an episode still explains a trigger
 * @param billRatio from this multiple of the usual bill on an episode counts as billed
 * @param billRise and from this rise on, in the bill's currency
 */
public record Answers(Map<String, Answer> byPlay, long graceMillis, double billRatio, double billRise) {
    /**
     * Reads the file.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static Answers read(Path file) throws IOException {
        Problems problems = new Problems();
        Map<String, Answer> byPlay = new TreeMap<>();
        YamlMapping top = YamlFile.read(file.toString(), Files.readString(file), problems);
        Answers answers = top == null ? null : answers(top, byPlay);
        problems.throwIfAny();
        if (answers == null) {
            throw new IllegalStateException("file has neither answers nor a problem: " + file);
        }
        return answers;
    }

    private static Answers answers(YamlMapping top, Map<String, Answer> byPlay) {
        YamlValue plays = top.require("plays", "{bill-spike: {scope: billed, causes: [roaming-charges]}}");
        YamlMapping mapping = plays == null ? null : plays.mapping();
        if (mapping != null) {
            mapping.entries().forEach((play, value) -> {
                YamlMapping body = value.mapping();
                if (body != null) {
                    byPlay.put(play, answer(body));
                }
            });
        }
        Answers answers = new Answers(
                byPlay, top.durationMillis("grace", 0), top.number("bill-ratio", 1), top.number("bill-rise", 0));
        top.rejectUnknownKeys();
        return answers;
    }

    private static Answer answer(YamlMapping body) {
        YamlValue causes = body.require("causes", "[roaming-charges]");
        YamlValue scope = body.find("scope");
        Scope chosen = scope == null ? Scope.ANY : scope.choice(Scope.class);
        Answer answer = new Answer(causes == null ? List.of() : causes.texts(), chosen == null ? Scope.ANY : chosen);
        body.rejectUnknownKeys();
        return answer;
    }

    /** Whether an episode makes a trigger of a play right. */
    boolean explains(String play, Episode episode, long timeMillis) {
        Answer answer = byPlay.get(play);
        return answer != null
                && answer.causes().contains(episode.cause())
                && episode.fromMillis() <= timeMillis
                && (episode.untilMillis() == Long.MAX_VALUE || timeMillis <= episode.untilMillis() + graceMillis);
    }

    /** Whether a play could find an episode. */
    boolean isInScope(Answer answer, Episode episode) {
        return answer.causes().contains(episode.cause()) && isInScope(answer.scope(), episode);
    }

    private boolean isInScope(@Nullable Scope scope, Episode episode) {
        return scope == Scope.ANY
                || (scope == Scope.CONTACTED && !episode.contactsMillis().isEmpty())
                || (scope == Scope.BILLED && episode.highestBill(billRise) >= billRatio);
    }
}
