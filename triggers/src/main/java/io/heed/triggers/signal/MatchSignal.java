package io.heed.triggers.signal;

import io.heed.events.CareEvent;
import io.heed.patterns.PatternMatch;
import java.util.List;
import java.util.Map;

/** A pattern that came true. */
public record MatchSignal(PatternMatch match) implements Signal {
    @Override
    public SignalKind kind() {
        return SignalKind.PATTERN;
    }

    @Override
    public String name() {
        return match.pattern();
    }

    @Override
    public int version() {
        return match.version();
    }

    @Override
    public long timeMillis() {
        return match.timeMillis();
    }

    @Override
    public Map<String, List<CareEvent>> stages() {
        return match.stages();
    }

    @Override
    public CareEvent anchor() {
        return match.anchor();
    }
}
