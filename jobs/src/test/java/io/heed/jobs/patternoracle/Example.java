package io.heed.jobs.patternoracle;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.patterns.LetterEvents;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.patterns.flink.PlainCep;
import java.util.List;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** One pattern over the letters a, b and c, said in Heed's YAML and in flink-cep's words. */
record Example(String yaml, Pattern<CareEvent, CareEvent> pattern) {
    private static final List<String> TYPES = List.of("letter.a", "letter.b", "letter.c");

    /** An event of the one customer, whose id is its time. */
    static Step arrives(String letter, long timeMillis) {
        CareEvent event = LetterEvents.letter(letter, String.valueOf(timeMillis), timeMillis, 0, null);
        return new Step.Arrives(event);
    }

    static SimpleCondition<CareEvent> is(String letter) {
        return SimpleCondition.of(event -> event.type().name().equals("letter." + letter));
    }

    List<String> heed(List<Step> steps) throws Exception {
        PatternDefinitions definitions = PatternDefinitions.read(
                List.of(new DefinitionFile("example.yaml", yaml)), LetterEvents.CATALOGUE, List.of());
        try (Subtasks subtasks = Subtasks.start(new Subtasks.Setup(definitions, 1, false), null)) {
            for (Step step : steps) {
                subtasks.take(step);
            }
            return subtasks.found().stream()
                    .map(line -> line.substring(line.lastIndexOf('/') + 1))
                    .toList();
        }
    }

    /** What plain CEP finds with these watermarks and no others. */
    List<String> plainCep(List<Step> steps) throws Exception {
        try (PlainCep plain = PlainCep.of(pattern, TYPES)) {
            for (Step step : steps) {
                if (step instanceof Step.Arrives arrives) {
                    plain.feed(arrives.event());
                } else {
                    plain.jumpTo(step.timeMillis());
                }
            }
            return plain.found().getOrDefault("c1", List.of());
        }
    }
}
