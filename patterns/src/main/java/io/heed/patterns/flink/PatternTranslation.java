package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import io.heed.patterns.condition.PatternTests;
import io.heed.patterns.definition.AfterMatch;
import io.heed.patterns.definition.Contiguity;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.Repetition;
import io.heed.patterns.definition.StageDefinition;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;

/** Says a definition in flink-cep's own words. */
final class PatternTranslation {
    private final PatternTests tests;

    PatternTranslation(PatternTests tests) {
        this.tests = tests;
    }

    Pattern<CareEvent, ?> translate(PatternDefinition definition) {
        StageDefinition first = definition.stages().get(0);
        Pattern<CareEvent, CareEvent> pattern =
                describe(first, Pattern.begin(first.name(), strategy(definition.afterMatch())));
        for (StageDefinition stage :
                definition.stages().subList(1, definition.stages().size())) {
            pattern = describe(stage, append(pattern, stage));
        }
        return tests.openMillis() == 0 ? pattern : pattern.within(Duration.ofMillis(tests.openMillis()));
    }

    static AfterMatchSkipStrategy strategy(AfterMatch afterMatch) {
        return switch (afterMatch.skip()) {
            case NONE -> AfterMatchSkipStrategy.noSkip();
            case TO_NEXT -> AfterMatchSkipStrategy.skipToNext();
            case PAST_LAST_EVENT -> AfterMatchSkipStrategy.skipPastLastEvent();
            case TO_FIRST -> AfterMatchSkipStrategy.skipToFirst(afterMatch.stage());
            case TO_LAST -> AfterMatchSkipStrategy.skipToLast(afterMatch.stage());
        };
    }

    private static Pattern<CareEvent, CareEvent> append(Pattern<CareEvent, CareEvent> pattern, StageDefinition stage) {
        return switch (stage.contiguity()) {
            case FIRST -> throw new IllegalArgumentException("only the first stage has event: " + stage.name());
            case NEXT -> pattern.next(stage.name());
            case FOLLOWED_BY -> pattern.followedBy(stage.name());
            case FOLLOWED_BY_ANY -> pattern.followedByAny(stage.name());
            case NOT_NEXT -> pattern.notNext(stage.name());
            case NOT_FOLLOWED_BY -> pattern.notFollowedBy(stage.name());
        };
    }

    private Pattern<CareEvent, CareEvent> describe(StageDefinition stage, Pattern<CareEvent, CareEvent> pattern) {
        Pattern<CareEvent, CareEvent> described = pattern.where(new StageCondition(tests.stage(stage.name())));
        if (stage.isRepeated()) {
            repeat(stage.repetition(), described);
        }
        if (stage.optional()) {
            described.optional();
        }
        if (stage.withinMillis() > 0) {
            described.within(Duration.ofMillis(stage.withinMillis()), WithinType.PREVIOUS_AND_CURRENT);
        }
        if (stage.until() != null) {
            described.until(new StageCondition(tests.until(stage.name())));
        }
        return described;
    }

    private static void repeat(Repetition repetition, Pattern<CareEvent, CareEvent> pattern) {
        if (repetition.isUnbounded()) {
            pattern.timesOrMore(repetition.from());
        } else if (repetition.from() == repetition.to()) {
            pattern.times(repetition.from());
        } else {
            pattern.times(repetition.from(), repetition.to());
        }
        if (repetition.each() == Contiguity.NEXT) {
            pattern.consecutive();
        } else if (repetition.each() == Contiguity.FOLLOWED_BY_ANY) {
            pattern.allowCombinations();
        }
        if (repetition.greedy()) {
            pattern.greedy();
        }
    }
}
