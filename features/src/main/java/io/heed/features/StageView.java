package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.features.window.History;
import org.jspecify.annotations.Nullable;

/** Works features out when they are asked for, each once. */
final class StageView implements FeatureView {
    private final StageParts parts;
    private final long timeMillis;
    private final @Nullable CareEvent eventAtHand;
    private @Nullable Memory memory;

    StageView(StageParts parts, long timeMillis, @Nullable CareEvent eventAtHand) {
        this.parts = parts;
        this.timeMillis = timeMillis;
        this.eventAtHand = eventAtHand;
    }

    /** What was worked out so far; most views are never asked for anything. */
    private static final class Memory {
        final double[] values;
        final boolean[] isWorkedOut;
        final @Nullable History[] histories;
        final boolean[] isRead;

        Memory(int features, int series) {
            values = new double[features];
            isWorkedOut = new boolean[features];
            histories = new History[series];
            isRead = new boolean[series];
        }
    }

    @Override
    public long timeMillis() {
        return timeMillis;
    }

    @Override
    public double value(String feature) {
        int place = parts.placeOf(feature);
        Memory known = memory();
        if (!known.isWorkedOut[place]) {
            known.values[place] = parts.features().get(place).value(this);
            known.isWorkedOut[place] = true;
        }
        return known.values[place];
    }

    StageParts parts() {
        return parts;
    }

    @Nullable
    CareEvent eventAtHand() {
        return eventAtHand;
    }

    /** The history of a series for the event at hand, null where that names no group. */
    @Nullable
    History history(int place) {
        Memory known = memory();
        if (!known.isRead[place]) {
            known.histories[place] = parts.series().get(place).before(timeMillis, eventAtHand);
            known.isRead[place] = true;
        }
        return known.histories[place];
    }

    private Memory memory() {
        Memory known = memory;
        if (known == null) {
            known = new Memory(parts.features().size(), parts.series().size());
            memory = known;
        }
        return known;
    }
}
