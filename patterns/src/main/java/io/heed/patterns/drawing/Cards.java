package io.heed.patterns.drawing;

import io.heed.patterns.definition.Contiguity;
import io.heed.patterns.definition.EventTest;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.Repetition;
import io.heed.patterns.definition.StageDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cards of a pattern: one for each stage, and one for the end of an absence that stands last. */
final class Cards {
    private Cards() {}

    static List<Card> of(PatternDefinition pattern) {
        List<Card> cards = new ArrayList<>();
        pattern.stages().forEach(stage -> cards.add(card(stage)));
        StageDefinition last = pattern.stages().get(pattern.stages().size() - 1);
        if (last.isAbsence()) {
            String when = last.contiguity() == Contiguity.NOT_NEXT
                    ? "when the next event is another"
                    : "when " + Wording.length(deadlineMillis(pattern, last)) + " are over";
            cards.add(new Card(Card.Kind.MATCH, "match", "", when, List.of(), List.of(), Link.of(Manner.UNTIL)));
        }
        return cards;
    }

    private static Card card(StageDefinition stage) {
        return new Card(
                kind(stage),
                stage.name(),
                Wording.count(stage.repetition()),
                Wording.either(stage.accepts().types()),
                remarks(stage),
                Requirements.of(stage.accepts().where()),
                link(stage));
    }

    private static Card.Kind kind(StageDefinition stage) {
        if (stage.isAbsence()) {
            return Card.Kind.ABSENCE;
        }
        return stage.optional() ? Card.Kind.OPTIONAL : Card.Kind.EVENT;
    }

    private static @Nullable Link link(StageDefinition stage) {
        if (stage.contiguity() == Contiguity.FIRST) {
            return null;
        }
        boolean limited = stage.withinMillis() > 0 && !stage.isAbsence();
        return new Link(Manner.of(stage.contiguity()), limited ? "< " + Wording.length(stage.withinMillis()) : "");
    }

    /** After how long an absence at the end comes true: its own window, else that of the whole. */
    private static long deadlineMillis(PatternDefinition pattern, StageDefinition last) {
        return last.withinMillis() > 0 ? last.withinMillis() : pattern.windowMillis();
    }

    private static List<String> remarks(StageDefinition stage) {
        List<String> remarks = new ArrayList<>();
        if (stage.optional()) {
            remarks.add("optional: may be missing");
        }
        Repetition repetition = stage.repetition();
        if (stage.isRepeated() && repetition.each() == Contiguity.NEXT) {
            remarks.add("each the very next event");
        } else if (stage.isRepeated() && repetition.each() == Contiguity.FOLLOWED_BY_ANY) {
            remarks.add("in every combination");
        }
        if (repetition.greedy()) {
            remarks.add("takes what the next stage would take too");
        }
        EventTest until = stage.until();
        if (until != null) {
            List<String> conditions = Requirements.of(until.where());
            remarks.add("until " + Wording.either(until.types())
                    + (conditions.isEmpty() ? "" : " where " + String.join(" ", conditions)));
        }
        return remarks;
    }
}
