package io.heed.triggers.cases;

import io.heed.events.state.Cell;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The triggers of the customer at hand in the last 90 days, at most the last 50. */
public final class PastTriggers {
    private static final long KEPT_MILLIS = 90L * 86_400_000;
    private static final int MOST = 50;

    private final Cell<List<PastTrigger>> past;

    /** Past triggers that a job keeps in its state. */
    public PastTriggers(StateStore state) {
        this.past = state.cell("plays.past", Codecs.listOf(PastTrigger.CODEC));
    }

    /** Remembers a trigger. */
    public void note(PastTrigger trigger) {
        List<PastTrigger> kept = new ArrayList<>(all());
        kept.removeIf(old -> old.raisedMillis() < trigger.raisedMillis() - KEPT_MILLIS);
        kept.add(trigger);
        past.set(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
    }

    /** The trigger of that id, or null where it is unknown or forgotten. */
    public @Nullable PastTrigger find(String triggerId) {
        return all().stream()
                .filter(trigger -> trigger.triggerId().equals(triggerId))
                .findFirst()
                .orElse(null);
    }

    /** Forgets the customer. */
    public void clear() {
        past.clear();
    }

    private List<PastTrigger> all() {
        List<PastTrigger> all = past.get();
        return all == null ? List.of() : all;
    }
}
