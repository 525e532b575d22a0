package io.heed.patterns.condition;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.StageDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event's own time lies in the window of a match. Only patterns with slow types ask: their events come in at
 * their arrival, so that open matches outlive the window by the largest usual delay.
 */
final class WindowTest {
    private final List<String> stages;
    private final long windowMillis;
    private final long delayMillis;

    private WindowTest(List<String> stages, long windowMillis, long delayMillis) {
        this.stages = stages;
        this.windowMillis = windowMillis;
        this.delayMillis = delayMillis;
    }

    static WindowTest of(PatternDefinition definition, EventCatalogue catalogue) {
        List<String> stages = definition.stages().stream()
                .filter(stage -> !stage.isAbsence())
                .map(StageDefinition::name)
                .toList();
        return new WindowTest(stages, definition.windowMillis(), definition.usualDelayMillis(catalogue));
    }

    /** How long after its first event's own time a match stays open; 0 where there is no window. */
    long openMillis() {
        return windowMillis == 0 ? 0 : windowMillis + delayMillis;
    }

    boolean fits(CareEvent event, MatchSoFar soFar) {
        if (windowMillis == 0 || delayMillis == 0) {
            return true; // the NFA's own window does it
        }
        CareEvent first = first(soFar);
        if (first == null) {
            return event.dueMillis() - event.timeMillis() < windowMillis + delayMillis; // else it is over as it begins
        }
        long sinceFirst = event.timeMillis() - first.timeMillis();
        return sinceFirst >= 0 && sinceFirst < windowMillis;
    }

    private @Nullable CareEvent first(MatchSoFar soFar) {
        for (String stage : stages) {
            List<CareEvent> events = soFar.events(stage);
            if (!events.isEmpty()) {
                return events.get(0);
            }
        }
        return null;
    }
}
