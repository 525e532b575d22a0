package io.heed.models.health;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one version in one part that are not judged yet: those that have not ended, and one that had too few
 * predictions and waits for the next. Not for several threads.
 */
public final class HealthHistory {
    /** Its bytes. */
    public static final Codec<HealthHistory> CODEC = new HealthHistoryCodec();

    private final TreeMap<Long, HealthPart> open = new TreeMap<>();
    private @Nullable HealthPart waiting;

    /** A stretch of time and what was counted in it. */
    private record Stretch(HealthPart part, long toMillis) {}

    /**
     * Adds what one task counted.
     *
     * @return the times at which {@link #judgeUntil} must be called for it
     */
    public List<Long> add(HealthPart part, HealthWindows windows) {
        open.merge(part.fromMillis(), part, HealthPart::with);
        long last = windows.lastMillis(part.fromMillis());
        return List.of(last, last + (windows.mostTogether() - 1) * windows.lengthMillis());
    }

    /** Whether nothing is left to judge. */
    public boolean isEmpty() {
        return open.isEmpty() && waiting == null;
    }

    /**
     * Judges the windows that have ended at a time, each alone or with those before it.
     *
     * @param trained what a version was trained on, or null where that cannot be told; then it is not judged
     */
    public List<ModelHealth> judgeUntil(
            long timeMillis,
            HealthWindows windows,
            HealthJudge judge,
            Function<Serving, @Nullable TrainedVersion> trained) {
        List<ModelHealth> judged = new ArrayList<>();
        for (Stretch stretch : endedUntil(timeMillis, windows)) {
            HealthPart part = stretch.part();
            TrainedVersion version = trained.apply(part.serving());
            if (version != null && part.isOf(version)) {
                judged.add(judge.judge(part.serving(), version, part.fromMillis(), stretch.toMillis(), part.counts()));
            }
        }
        return judged;
    }

    private List<Stretch> endedUntil(long timeMillis, HealthWindows windows) {
        List<Stretch> ended = new ArrayList<>();
        while (!open.isEmpty() && windows.lastMillis(open.firstKey()) <= timeMillis) {
            HealthPart next = open.pollFirstEntry().getValue();
            stopWaiting(next.fromMillis(), windows, ended);
            long toMillis = windows.lastMillis(next.fromMillis()) + 1;
            waiting = waiting == null ? next : waiting.with(next);
            if (waiting.counts().predictions() >= windows.enoughPredictions()) {
                ended.add(new Stretch(waiting, toMillis));
                waiting = null;
            }
        }
        stopWaiting(timeMillis + 1, windows, ended);
        return ended;
    }

    private void stopWaiting(long timeMillis, HealthWindows windows, List<Stretch> ended) {
        if (waiting != null) {
            long toMillis = waiting.fromMillis() + windows.mostTogether() * windows.lengthMillis();
            if (toMillis <= timeMillis) {
                ended.add(new Stretch(waiting, toMillis));
                waiting = null;
            }
        }
    }

    private static final class HealthHistoryCodec implements Codec<HealthHistory> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(HealthHistory history, DataOutput out) throws IOException {
            Codecs.writeVarInt(history.open.size(), out);
            for (HealthPart part : history.open.values()) {
                HealthPart.CODEC.write(part, out);
            }
            out.writeBoolean(history.waiting != null);
            if (history.waiting != null) {
                HealthPart.CODEC.write(history.waiting, out);
            }
        }

        @Override
        public HealthHistory read(DataInput in, int writtenVersion) throws IOException {
            HealthHistory history = new HealthHistory();
            for (int left = Codecs.readVarInt(in); left > 0; left--) {
                HealthPart part = HealthPart.CODEC.read(in, writtenVersion);
                history.open.put(part.fromMillis(), part);
            }
            history.waiting = in.readBoolean() ? HealthPart.CODEC.read(in, writtenVersion) : null;
            return history;
        }
    }
}
