package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import io.heed.patterns.condition.PatternTests;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.StageDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.cep.nfa.NFA;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFAStateNameHandler;

/** A pattern ready to run. */
public final class CompiledPattern {
    final NFA<CareEvent> nfa;
    final AfterMatchSkipStrategy afterMatch;
    private final PatternDefinition definition;
    private final PatternTests tests;
    private final String structure;
    private final boolean isRelaxed;
    private final Map<String, Set<String>> movingTypes = new HashMap<>();

    CompiledPattern(
            PatternDefinition definition, PatternTests tests, NFA<CareEvent> nfa, AfterMatchSkipStrategy afterMatch) {
        this.definition = definition;
        this.tests = tests;
        this.nfa = nfa;
        this.afterMatch = afterMatch;
        this.structure = definition.structure();
        this.isRelaxed = definition.isRelaxed();
    }

    /** What its author wrote. */
    public PatternDefinition definition() {
        return definition;
    }

    /** Its conditions. */
    public PatternTests tests() {
        return tests;
    }

    /**
     * Whether an event of a type may move a match that waits in a state of the NFA. In a pattern that passes over what does
     * not fit, only the types of the stage waited for can, and those of an absence just before it.
     */
    boolean mayMove(String stateName, String type) {
        return !isRelaxed
                || movingTypes.computeIfAbsent(stateName, this::typesThatMove).contains(type);
    }

    private Set<String> typesThatMove(String stateName) {
        String stage = NFAStateNameHandler.getOriginalNameFromInternal(stateName);
        Set<String> types = new TreeSet<>();
        Set<String> forbidden = new TreeSet<>();
        for (StageDefinition each : definition.stages()) {
            if (each.name().equals(stage)) {
                types.addAll(each.types());
                types.addAll(forbidden);
            }
            forbidden = each.isAbsence() ? each.types() : Set.of();
        }
        return types.isEmpty() ? definition.types() : types;
    }

    /** The structure of its stages; open matches of another structure are of no use to it. */
    public String structure() {
        return structure;
    }
}
