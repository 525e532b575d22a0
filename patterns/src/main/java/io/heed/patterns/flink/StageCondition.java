package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import io.heed.patterns.condition.StageTest;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.jspecify.annotations.Nullable;

/**
 * A stage's test as flink-cep wants to see it. It is compiled where it runs and never leaves that place, hence the
 * transient fields. The NFA asks each condition both ways, for taking and for passing over; the answer is kept.
 */
@SuppressWarnings("serial")
final class StageCondition extends IterativeCondition<CareEvent> {
    private static final long serialVersionUID = 1L;

    private final transient StageTest test;
    private transient @Nullable CareEvent lastEvent;
    private transient @Nullable Context<CareEvent> lastMatch;
    private transient boolean lastAnswer;

    StageCondition(StageTest test) {
        this.test = test;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same question is the one about the very same objects
    public boolean filter(CareEvent event, Context<CareEvent> match) {
        if (event != lastEvent || match != lastMatch) {
            lastAnswer = test.fits(event, stage -> events(match, stage));
            lastEvent = event;
            lastMatch = match;
        }
        return lastAnswer;
    }

    private static List<CareEvent> events(Context<CareEvent> match, String stage) {
        List<CareEvent> events = new ArrayList<>();
        try {
            match.getEventsForPattern(stage).forEach(events::add);
        } catch (Exception broken) {
            throw new IllegalStateException("cannot read the events of stage " + stage, broken);
        }
        return events;
    }
}
