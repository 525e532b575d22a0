package io.heed.triggers.signal;

import io.heed.events.CareEvent;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.patterns.PatternMatch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Signals with their events as bytes. */
public final class SignalCodec implements Codec<Signal> {
    private static final long serialVersionUID = 1L;

    private final CareEventCodec events;

    /** A codec that writes the events of a signal with the given one. */
    public SignalCodec(CareEventCodec events) {
        this.events = events;
    }

    @Override
    public String shape() {
        return events.shape();
    }

    @Override
    public String refusal(int writtenVersion, String writtenShape) {
        return events.refusal(writtenVersion, writtenShape);
    }

    @Override
    public void write(Signal signal, DataOutput out) throws IOException {
        out.writeBoolean(signal.kind() == SignalKind.MODEL);
        if (signal instanceof ScoreSignal scored) {
            writeScore(scored.score(), out);
            events.write(scored.decision(), out);
        } else if (signal instanceof MatchSignal matched) {
            writeMatch(matched.match(), out);
        }
    }

    @Override
    public Signal read(DataInput in, int writtenVersion) throws IOException {
        if (in.readBoolean()) {
            return new ScoreSignal(readScore(in), events.read(in, writtenVersion));
        }
        return new MatchSignal(readMatch(in, writtenVersion));
    }

    private void writeMatch(PatternMatch match, DataOutput out) throws IOException {
        Codecs.writeText(match.pattern(), out);
        Codecs.writeVarInt(match.version(), out);
        out.writeLong(match.timeMillis());
        Codecs.writeVarInt(match.stages().size(), out);
        for (Map.Entry<String, List<CareEvent>> stage : match.stages().entrySet()) {
            Codecs.writeText(stage.getKey(), out);
            Codecs.writeVarInt(stage.getValue().size(), out);
            for (CareEvent event : stage.getValue()) {
                events.write(event, out);
            }
        }
        writeNumbers(match.features(), out);
    }

    private PatternMatch readMatch(DataInput in, int writtenVersion) throws IOException {
        String pattern = Codecs.readText(in);
        int version = Codecs.readVarInt(in);
        long timeMillis = in.readLong();
        Map<String, List<CareEvent>> stages = new LinkedHashMap<>();
        for (int left = Codecs.readVarInt(in); left > 0; left--) {
            String stage = Codecs.readText(in);
            List<CareEvent> matched = new ArrayList<>();
            for (int events = Codecs.readVarInt(in); events > 0; events--) {
                matched.add(this.events.read(in, writtenVersion));
            }
            stages.put(stage, matched);
        }
        return new PatternMatch(pattern, version, timeMillis, stages, readNumbers(in));
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
    }

    private static Score readScore(DataInput in) throws IOException {
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
        return new Score(model, version, hash, target, arm, score, threshold, baseline, timeMillis, factors);
    }

    /** Writes numbers by name. */
    public static void writeNumbers(SortedMap<String, Double> numbers, DataOutput out) throws IOException {
        Codecs.writeVarInt(numbers.size(), out);
        for (Map.Entry<String, Double> number : numbers.entrySet()) {
            Codecs.writeText(number.getKey(), out);
            out.writeDouble(number.getValue());
        }
    }

    /** Reads numbers written by {@link #writeNumbers}. */
    public static SortedMap<String, Double> readNumbers(DataInput in) throws IOException {
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (int left = Codecs.readVarInt(in); left > 0; left--) {
            numbers.put(Codecs.readText(in), in.readDouble());
        }
        return numbers;
    }
}
