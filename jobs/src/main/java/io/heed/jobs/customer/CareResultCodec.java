package io.heed.jobs.customer;

import io.heed.events.change.RunMode;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.events.state.DeadLetterCodec;
import io.heed.jobs.change.ChangeVerdictCodec;
import io.heed.jobs.customer.CareResult.CameLate;
import io.heed.jobs.customer.CareResult.Decided;
import io.heed.jobs.customer.CareResult.Judged;
import io.heed.jobs.customer.CareResult.Labelled;
import io.heed.jobs.customer.CareResult.Matched;
import io.heed.jobs.customer.CareResult.ModelChecked;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.jobs.customer.CareResult.Reviewed;
import io.heed.jobs.customer.CareResult.Sliced;
import io.heed.jobs.customer.CareResult.Triggered;
import io.heed.jobs.customer.CareResult.Unattributed;
import io.heed.jobs.customer.CareResult.Unreadable;
import io.heed.models.health.ModelHealthJson;
import io.heed.models.label.JudgedScore;
import io.heed.models.label.SlicedDecisionCodec;
import io.heed.models.label.TrainingRowCodec;
import io.heed.models.prediction.PredictionCodec;
import io.heed.patterns.PatternMatchCodec;
import io.heed.triggers.contract.CareTriggerCodec;
import io.heed.triggers.contract.DecisionCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Results as bytes. */
public final class CareResultCodec implements Codec<CareResult> {
    private static final long serialVersionUID = 1L;
    private static final CareTriggerCodec TRIGGERS = new CareTriggerCodec();
    private static final DecisionCodec DECISIONS = new DecisionCodec();
    private static final DeadLetterCodec DEAD_LETTERS = new DeadLetterCodec();
    private static final SlicedDecisionCodec SLICED_DECISIONS = new SlicedDecisionCodec();
    private static final TrainingRowCodec ROWS = new TrainingRowCodec();
    private static final PredictionCodec PREDICTIONS = new PredictionCodec();
    private static final ChangeVerdictCodec VERDICTS = new ChangeVerdictCodec();

    private final CareEventCodec events;
    private final PatternMatchCodec matches;

    /** A codec for results that hold events of a catalogue. */
    public CareResultCodec(CareEventCodec events) {
        this.events = events;
        this.matches = new PatternMatchCodec(events);
    }

    @Override
    public String shape() {
        return events.shape();
    }

    @Override
    public void write(CareResult result, DataOutput out) throws IOException {
        if (result instanceof Triggered triggered) {
            out.writeByte(0);
            TRIGGERS.write(triggered.trigger(), out);
        } else if (result instanceof Decided decided) {
            out.writeByte(1);
            DECISIONS.write(decided.decision(), out);
        } else if (result instanceof CameLate late) {
            out.writeByte(2);
            events.write(late.event(), out);
        } else if (result instanceof Labelled labelled) {
            out.writeByte(3);
            ROWS.write(labelled.row(), out);
        } else if (result instanceof Predicted predicted) {
            out.writeByte(4);
            PREDICTIONS.write(predicted.prediction(), out);
            out.writeLong(predicted.handledMillis());
        } else if (result instanceof Unattributed unattributed) {
            out.writeByte(5);
            events.write(unattributed.event(), out);
        } else if (result instanceof Unreadable unreadable) {
            out.writeByte(6);
            DEAD_LETTERS.write(unreadable.letter(), out);
        } else if (result instanceof Matched matched) {
            out.writeByte(7);
            Codecs.writeText(matched.match().mode().name(), out);
            matches.write(matched.match(), out);
        } else if (result instanceof Reviewed reviewed) {
            out.writeByte(8);
            VERDICTS.write(reviewed.verdict(), out);
        } else if (result instanceof Judged judged) {
            out.writeByte(9);
            JudgedScore.CODEC.write(judged.score(), out);
        } else if (result instanceof ModelChecked checked) {
            out.writeByte(10);
            Codecs.writeText(ModelHealthJson.write(checked.health()), out);
        } else if (result instanceof Sliced sliced) {
            out.writeByte(11);
            SLICED_DECISIONS.write(sliced.decision(), out);
        }
    }

    @Override
    public CareResult read(DataInput in, int writtenVersion) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 0 -> new Triggered(TRIGGERS.read(in, 1));
            case 1 -> new Decided(DECISIONS.read(in, 1));
            case 2 -> new CameLate(events.read(in, 1));
            case 3 -> new Labelled(ROWS.read(in, 1));
            case 4 -> new Predicted(PREDICTIONS.read(in, 1), in.readLong());
            case 5 -> new Unattributed(events.read(in, 1));
            case 6 -> new Unreadable(DEAD_LETTERS.read(in, 1));
            case 7 -> {
                RunMode mode = RunMode.valueOf(Codecs.readText(in));
                yield new Matched(matches.read(in, 1).in(mode));
            }
            case 8 -> new Reviewed(VERDICTS.read(in, 1));
            case 9 -> new Judged(JudgedScore.CODEC.read(in, 1));
            case 10 -> new ModelChecked(ModelHealthJson.read(Codecs.readText(in)));
            case 11 -> new Sliced(SLICED_DECISIONS.read(in, 1));
            default -> throw new IOException("kind of a result is not known: " + kind);
        };
    }
}
