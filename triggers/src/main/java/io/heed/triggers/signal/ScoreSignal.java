package io.heed.triggers.signal;

import io.heed.events.CareEvent;
import io.heed.models.prediction.Prediction;
import java.util.List;
import java.util.Map;

/**
 * A model's score.
 *
 * @param decision the event at which it was given
 */
public record ScoreSignal(Score score, CareEvent decision) implements Signal {
    /** The one stage of a score: the event at which it was given. */
    public static final String STAGE = "decision";

    /** The signal of a prediction that was made at an event. */
    public static ScoreSignal of(Prediction prediction, CareEvent decision, FeatureWords words) {
        return new ScoreSignal(Score.of(prediction, words), decision);
    }

    @Override
    public SignalKind kind() {
        return SignalKind.MODEL;
    }

    @Override
    public String name() {
        return score.model();
    }

    @Override
    public int version() {
        return score.version();
    }

    @Override
    public long timeMillis() {
        return score.timeMillis();
    }

    @Override
    public Map<String, List<CareEvent>> stages() {
        return Map.of(STAGE, List.of(decision));
    }

    @Override
    public CareEvent anchor() {
        return decision;
    }
}
