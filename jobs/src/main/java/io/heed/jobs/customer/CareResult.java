package io.heed.jobs.customer;

import io.heed.events.CareEvent;
import io.heed.events.codec.DeadLetter;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.models.health.ModelHealth;
import io.heed.models.label.JudgedScore;
import io.heed.models.label.SlicedDecision;
import io.heed.models.label.TrainingRow;
import io.heed.models.prediction.Prediction;
import io.heed.patterns.PatternMatch;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Decision;

/** One thing that comes out of the job; each kind goes to an output of its own. */
public sealed interface CareResult {
    /** A step of a care trigger. */
    record Triggered(CareTrigger trigger) implements CareResult {}

    /** A decision, also one to hold back. */
    record Decided(Decision decision) implements CareResult {}

    /** An event that came after its time had passed. */
    record CameLate(CareEvent event) implements CareResult {}

    /** A decision whose label is known. */
    record Labelled(TrainingRow row) implements CareResult {}

    /** A decision of an exported target, whether or not its label will ever be known. */
    record Sliced(SlicedDecision decision) implements CareResult {}

    /**
     * A score of a model.
     *
     * @param handledMillis when the decision was handled: later than its own time where its event is slow
     */
    record Predicted(Prediction prediction, long handledMillis) implements CareResult {}

    /** A score of a model, and what came of it. */
    record Judged(JudgedScore score) implements CareResult {}

    /** How a version of a model did in a window of time. */
    record ModelChecked(ModelHealth health) implements CareResult {}

    /** A pattern that came true, also where only a shadow saw it. */
    record Matched(PatternMatch match) implements CareResult {}

    /** What became of an entry of the change log. */
    record Reviewed(ChangeVerdict verdict) implements CareResult {}

    /** An event that names no customer, redacted. */
    record Unattributed(CareEvent event) implements CareResult {}

    /** A record that could not be read, redacted. */
    record Unreadable(DeadLetter letter) implements CareResult {}
}
