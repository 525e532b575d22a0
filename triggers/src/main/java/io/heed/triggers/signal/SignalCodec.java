package io.heed.triggers.signal;

import io.heed.events.state.CareEventCodec;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.patterns.PatternMatchCodec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signals with their events as bytes; scores have reasons since version 2. */
public final class SignalCodec implements Codec<Signal> {
    private static final long serialVersionUID = 1L;

    private static final Codec<List<String>> REASONS = Codecs.listOf(Codecs.TEXT);

    private final CareEventCodec events;
    private final PatternMatchCodec matches;

    /** A codec that writes the events of a signal with the given one. */
    public SignalCodec(CareEventCodec events) {
        this.events = events;
        this.matches = new PatternMatchCodec(events);
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String shape() {
        return events.shape();
    }

    @Override
    public String refusal(int writtenVersion, String writtenShape) {
        String refusal = Codec.super.refusal(writtenVersion, writtenShape);
        return refusal.isEmpty() ? events.refusal(events.version(), writtenShape) : refusal;
    }

    @Override
    public void write(Signal signal, DataOutput out) throws IOException {
        out.writeBoolean(signal.kind() == SignalKind.MODEL);
        if (signal instanceof ScoreSignal scored) {
            writeScore(scored.score(), out);
            events.write(scored.decision(), out);
        } else if (signal instanceof MatchSignal matched) {
            matches.write(matched.match(), out);
        }
    }

    @Override
    public Signal read(DataInput in, int writtenVersion) throws IOException {
        if (in.readBoolean()) {
            return new ScoreSignal(readScore(in, writtenVersion), events.read(in, events.version()));
        }
        return new MatchSignal(matches.read(in, matches.version()));
    }

    private static void writeScore(Score score, DataOutput out) throws IOException {
        Codecs.writeText(score.model(), out);
        Codecs.writeVarInt(score.version(), out);
        Codecs.writeText(score.hash(), out);
        Codecs.writeText(score.target(), out);
        Codecs.writeText(score.arm(), out);
        out.writeDouble(score.score());
        out.writeDouble(score.threshold());
        out.writeDouble(score.baseline());
        out.writeLong(score.timeMillis());
        Codecs.writeVarInt(score.factors().size(), out);
        for (Score.Factor factor : score.factors()) {
            Codecs.writeText(factor.feature(), out);
            Double value = factor.value();
            out.writeDouble(value == null ? Double.NaN : value);
            out.writeDouble(factor.contribution());
        }
        REASONS.write(score.reasons(), out);
    }

    private static Score readScore(DataInput in, int writtenVersion) throws IOException {
        String model = Codecs.readText(in);
        int version = Codecs.readVarInt(in);
        String hash = Codecs.readText(in);
        String target = Codecs.readText(in);
        String arm = Codecs.readText(in);
        double score = in.readDouble();
        double threshold = in.readDouble();
        double baseline = in.readDouble();
        long timeMillis = in.readLong();
        List<Score.Factor> factors = new ArrayList<>();
        for (int left = Codecs.readVarInt(in); left > 0; left--) {
            String feature = Codecs.readText(in);
            double value = in.readDouble();
            factors.add(new Score.Factor(feature, Double.isNaN(value) ? null : value, in.readDouble()));
        }
        List<String> reasons = writtenVersion < 2 ? List.of() : REASONS.read(in, 1);
        return new Score(model, version, hash, target, arm, score, threshold, baseline, timeMillis, factors, reasons);
    }
}
