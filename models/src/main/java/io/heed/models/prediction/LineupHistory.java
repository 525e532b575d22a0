package io.heed.models.prediction;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who serves a model from when on, in event time. The time of a decision alone picks the lineup, so that a replay scores
 * each decision with the versions that scored it live. Not for several threads.
 */
public final class LineupHistory implements AutoCloseable {
    private final TreeMap<Long, Lineup> byEffectiveTime = new TreeMap<>();

    /** A history that begins with a lineup which serves from the beginning of time. */
    public LineupHistory(Lineup first) {
        byEffectiveTime.put(Long.MIN_VALUE, first);
    }

    /** The target that all versions predict. */
    public String target() {
        return byEffectiveTime.firstEntry().getValue().target();
    }

    /** Lets a lineup serve decisions at or after a time; one that was to serve from that very time is closed. */
    public void serveFrom(long effectiveMillis, Lineup lineup) {
        Lineup replaced = byEffectiveTime.put(effectiveMillis, lineup);
        if (replaced != null) {
            replaced.close();
        }
    }

    /** The lineup of a time. */
    public Lineup at(long timeMillis) {
        return byEffectiveTime.floorEntry(timeMillis).getValue();
    }

    /** Closes the lineups that no decision at or after a time can need. */
    public void forgetBefore(long timeMillis) {
        long serving = byEffectiveTime.floorKey(timeMillis);
        Map<Long, Lineup> past = byEffectiveTime.headMap(serving, false);
        past.values().forEach(Lineup::close);
        past.clear();
        // What is left must still answer for any time.
        byEffectiveTime.put(Long.MIN_VALUE, byEffectiveTime.remove(serving));
    }

    @Override
    public void close() {
        byEffectiveTime.values().forEach(Lineup::close);
        byEffectiveTime.clear();
    }
}
