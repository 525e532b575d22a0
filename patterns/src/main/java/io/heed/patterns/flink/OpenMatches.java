package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.cep.nfa.ComputationState;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.sharedbuffer.EventId;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable;
import org.apache.flink.cep.nfa.sharedbuffer.NodeId;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferNode;

/** All open matches of one customer and one version of a pattern: the NFA's states and the events that they hold. */
public final class OpenMatches {
    final NFAState states;
    final Map<NodeId, Lockable<SharedBufferNode>> nodes;
    final Map<EventId, Lockable<CareEvent>> events;
    final EventNumbers numbers;
    private final String structure;

    OpenMatches(String structure, NFAState states) {
        this(structure, states, new LinkedHashMap<>(), new LinkedHashMap<>(), new EventNumbers(0));
    }

    OpenMatches(
            String structure,
            NFAState states,
            Map<NodeId, Lockable<SharedBufferNode>> nodes,
            Map<EventId, Lockable<CareEvent>> events,
            EventNumbers numbers) {
        this.structure = structure;
        this.states = states;
        this.nodes = nodes;
        this.events = events;
        this.numbers = numbers;
    }

    /** The structure of the pattern that they belong to; another structure cannot go on with them. */
    public String structure() {
        return structure;
    }

    /** How many matches are open. */
    public int count() {
        int count = 0;
        for (ComputationState state : states.getPartialMatches()) {
            count += hasBegun(state) ? 1 : 0;
        }
        return count;
    }

    /** When the first of them began, or {@link Long#MAX_VALUE} where none has. */
    public long earliestStartMillis() {
        return states.getPartialMatches().stream()
                .filter(OpenMatches::hasBegun)
                .mapToLong(ComputationState::getStartTimestamp)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether nothing is open and no finished match waits for an earlier one. */
    public boolean isEmpty() {
        return states.getCompletedMatches().isEmpty() && count() == 0;
    }

    /** Whether they differ from what they were when they were read or last asked. */
    public boolean takeChanged() {
        boolean changed = states.isStateChanged();
        states.resetStateChanged();
        return changed;
    }

    static boolean hasBegun(ComputationState state) {
        return state.getStartEventID() != null;
    }
}
