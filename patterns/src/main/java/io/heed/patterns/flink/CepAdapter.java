package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import io.heed.events.flink.CodecSerializer;
import io.heed.events.state.Codec;
import io.heed.patterns.condition.PatternTests;
import io.heed.patterns.definition.PatternDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.flink.cep.configuration.SharedBufferCacheConfig;
import org.apache.flink.cep.nfa.ComputationState;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.compiler.NFAStateNameHandler;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBuffer;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferAccessor;

/**
 * The one place that calls flink-cep's inner classes, which promise no stability. One shared buffer serves all patterns:
 * it empties its caches whenever an accessor closes and then turns to the maps of the next open matches.
 */
public final class CepAdapter {
    /** When no deadline is set. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Below 20 a cache has one segment, which matters since both are emptied each time; what overflows goes to plain maps. */
    private static final int CACHE_SLOTS = 16;

    private final OpenMatchesStore store = new OpenMatchesStore();
    private final SharedBuffer<CareEvent> buffer;

    /** An adapter for events of a codec. */
    public CepAdapter(Codec<CareEvent> events) {
        buffer = new SharedBuffer<>(
                store,
                new CodecSerializer<>(events, true),
                new SharedBufferCacheConfig(CACHE_SLOTS, CACHE_SLOTS, Duration.ofDays(1)));
        buffer.releaseCacheStatisticsTimer(); // a thread that logs; a stage must not leave one behind
    }

    /** A pattern ready to run. */
    public CompiledPattern compile(PatternDefinition definition, PatternTests tests) {
        return new CompiledPattern(
                definition,
                tests,
                NFACompiler.compileFactory(new PatternTranslation(tests).translate(definition), false)
                        .createNFA(),
                PatternTranslation.strategy(definition.afterMatch()));
    }

    /** Open matches of a customer for whom none are open. */
    public OpenMatches begin(CompiledPattern pattern) {
        return new OpenMatches(pattern.structure(), pattern.nfa.createInitialNFAState());
    }

    /**
     * Runs an event through a pattern, at the time at which it is due.
     *
     * @param open changed by it
     * @return the events by stage of every match that came true
     */
    public Collection<Map<String, List<CareEvent>>> process(
            CompiledPattern pattern, OpenMatches open, CareEvent event) {
        Collection<Map<String, List<CareEvent>>> found = run(
                open,
                accessor -> pattern.nfa.process(
                        accessor, open.states, event, event.dueMillis(), pattern.afterMatch, CepAdapter::noWallClock));
        if (event.type().isSlow()) {
            startAtOwnTime(open);
        }
        return found;
    }

    /**
     * Ends what a pattern's window ends at or before a time.
     *
     * @param open changed by it
     * @return the events by stage of every match that came true by an absence, or that waited for an earlier match
     */
    public Collection<Map<String, List<CareEvent>>> advance(
            CompiledPattern pattern, OpenMatches open, long timeMillis) {
        return run(open, accessor -> pattern.nfa.advanceTime(accessor, open.states, timeMillis, pattern.afterMatch).f0);
    }

    /** When the first window ends, or {@link #NEVER}. */
    public long deadlineMillis(CompiledPattern pattern, OpenMatches open) {
        long openMillis = pattern.tests().openMillis();
        boolean stepByStep = pattern.definition().hasStepWindows();
        if (openMillis == 0 && !stepByStep) {
            return NEVER;
        }
        long deadline = NEVER;
        for (ComputationState state : open.states.getPartialMatches()) {
            if (!OpenMatches.hasBegun(state)) {
                continue;
            }
            if (openMillis > 0) {
                deadline = Math.min(deadline, state.getStartTimestamp() + openMillis);
            }
            long stepMillis = stepByStep ? stepMillis(pattern, state) : 0;
            if (stepMillis > 0) {
                deadline = Math.min(deadline, state.getPreviousTimestamp() + stepMillis);
            }
        }
        return deadline;
    }

    private static long stepMillis(CompiledPattern pattern, ComputationState state) {
        return pattern.tests().stepMillis(NFAStateNameHandler.getOriginalNameFromInternal(state.getCurrentStateName()));
    }

    /** Lets open matches only go on; from now on no event begins another. */
    public void beginNoMore(OpenMatches open) {
        if (open.states.getPartialMatches().stream().allMatch(OpenMatches::hasBegun)) {
            return;
        }
        keep(
                open,
                open.states.getPartialMatches().stream()
                        .filter(OpenMatches::hasBegun)
                        .toList());
        open.states.setStateChanged();
    }

    /** Drops the oldest open matches beyond a limit and says how many. */
    public int dropBeyond(int limit, OpenMatches open) {
        int count = open.count();
        if (count <= limit) {
            return 0;
        }
        List<ComputationState> oldestFirst = new ArrayList<>(open.states.getPartialMatches());
        oldestFirst.sort(NFAState.COMPUTATION_STATE_COMPARATOR);
        List<ComputationState> dropped = oldestFirst.subList(0, count - limit);
        run(open, accessor -> {
            for (ComputationState state : dropped) {
                accessor.releaseNode(state.getPreviousBufferEntry(), state.getVersion());
            }
            return List.of();
        });
        keep(open, oldestFirst.subList(count - limit, oldestFirst.size()));
        return dropped.size();
    }

    /** A window begins with its first event's own time, not with that event's arrival. */
    private static void startAtOwnTime(OpenMatches open) {
        List<ComputationState> states = new ArrayList<>();
        for (ComputationState state : open.states.getPartialMatches()) {
            states.add(OpenMatches.hasBegun(state) ? startAtOwnTime(open, state) : state);
        }
        keep(open, states);
    }

    private static ComputationState startAtOwnTime(OpenMatches open, ComputationState state) {
        Lockable<CareEvent> first = open.events.get(state.getStartEventID());
        if (first == null || first.getElement().timeMillis() == state.getStartTimestamp()) {
            return state;
        }
        return ComputationState.createState(
                state.getCurrentStateName(),
                state.getPreviousBufferEntry(),
                state.getVersion(),
                first.getElement().timeMillis(),
                state.getPreviousTimestamp(),
                state.getStartEventID());
    }

    private static void keep(OpenMatches open, List<ComputationState> states) {
        PriorityQueue<ComputationState> queue = new PriorityQueue<>(NFAState.COMPUTATION_STATE_COMPARATOR);
        queue.addAll(states);
        open.states.setNewPartialMatches(queue);
    }

    private interface Step {
        Collection<Map<String, List<CareEvent>>> run(SharedBufferAccessor<CareEvent> accessor) throws Exception;
    }

    @SuppressWarnings("try") // closing writes to plain maps and waits for nothing
    private Collection<Map<String, List<CareEvent>>> run(OpenMatches open, Step step) {
        store.turnTo(open);
        try (SharedBufferAccessor<CareEvent> accessor = buffer.getAccessor()) {
            return step.run(accessor);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("flink-cep failed", failed);
        }
    }

    private static long noWallClock() {
        throw new UnsupportedOperationException("patterns know event time only");
    }
}
