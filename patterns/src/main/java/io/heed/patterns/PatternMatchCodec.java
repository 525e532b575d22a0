package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Matches with their events as bytes. How the version ran is not written: what is kept was live. */
public final class PatternMatchCodec implements Codec<PatternMatch> {
    private static final long serialVersionUID = 1L;

    private final CareEventCodec events;

    /** A codec that writes the events of a match with the given one. */
    public PatternMatchCodec(CareEventCodec events) {
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
    public void write(PatternMatch match, DataOutput out) throws IOException {
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
        Codecs.writeNumbers(match.features(), out);
    }

    @Override
    public PatternMatch read(DataInput in, int writtenVersion) throws IOException {
        String pattern = Codecs.readText(in);
        int version = Codecs.readVarInt(in);
        long timeMillis = in.readLong();
        Map<String, List<CareEvent>> stages = new LinkedHashMap<>();
        for (int left = Codecs.readVarInt(in); left > 0; left--) {
            String stage = Codecs.readText(in);
            List<CareEvent> matched = new ArrayList<>();
            for (int size = Codecs.readVarInt(in); size > 0; size--) {
                matched.add(events.read(in, writtenVersion));
            }
            stages.put(stage, matched);
        }
        return new PatternMatch(pattern, version, timeMillis, stages, Codecs.readNumbers(in));
    }
}
