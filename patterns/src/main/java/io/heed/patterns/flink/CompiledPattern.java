package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import io.heed.patterns.condition.PatternTests;
import io.heed.patterns.definition.PatternDefinition;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;

/** A pattern ready to run. */
public final class CompiledPattern {
    final NFA<CareEvent> nfa;
    final AfterMatchSkipStrategy afterMatch;
    private final PatternDefinition definition;
    private final PatternTests tests;
    private final String structure;

    CompiledPattern(
            PatternDefinition definition, PatternTests tests, NFA<CareEvent> nfa, AfterMatchSkipStrategy afterMatch) {
        this.definition = definition;
        this.tests = tests;
        this.nfa = nfa;
        this.afterMatch = afterMatch;
        this.structure = definition.structure();
    }

    /** What its author wrote. */
    public PatternDefinition definition() {
        return definition;
    }

    /** Its conditions. */
    public PatternTests tests() {
        return tests;
    }

    /** The structure of its stages; open matches of another structure are of no use to it. */
    public String structure() {
        return structure;
    }
}
