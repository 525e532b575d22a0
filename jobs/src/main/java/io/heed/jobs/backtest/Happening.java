package io.heed.jobs.backtest;

import io.heed.events.CareEvent;
import io.heed.patterns.PatternMatch;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Evidence.MatchedEvent;
import java.util.Comparator;
import java.util.List;

/**
 * A match of a pattern, or a trigger that a play raised.
 *
 * @param name the pattern's or play's name; its version does not tell two apart
 * @param anchor the event that it began with
 * @param sentence the trigger's reason, "" for a match
 */
public record Happening(String name, String customer, String anchor, long timeMillis, String sentence) {
    static final Comparator<Happening> BY_TIME = Comparator.comparingLong(Happening::timeMillis)
            .thenComparing(Happening::customer)
            .thenComparing(Happening::anchor);

    /** What makes two happenings of two runs the same. */
    record Identity(String name, String customer, String anchor) {}

    static Happening of(PatternMatch match) {
        CareEvent anchor = match.anchor();
        return new Happening(
                match.pattern(), anchor.subject(), placeOf(anchor.source(), anchor.id()), match.timeMillis(), "");
    }

    static Happening of(CareTrigger trigger) {
        List<MatchedEvent> events = trigger.evidence().events();
        String anchor = events.isEmpty()
                ? String.valueOf(trigger.evidence().signalMillis())
                : placeOf(events.get(0).source(), events.get(0).id());
        return new Happening(
                trigger.play(),
                trigger.customer(),
                anchor,
                trigger.timeMillis(),
                trigger.said().sentence());
    }

    Identity identity() {
        return new Identity(name, customer, anchor);
    }

    private static String placeOf(String source, String id) {
        return source + "/" + id;
    }
}
