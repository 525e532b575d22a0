package io.heed.benchmarks.patterns;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.Change;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.OnChange;
import io.heed.events.change.Running;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.events.timeline.DuplicateFilter;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.Tally;
import io.heed.patterns.PatternMatch;
import io.heed.patterns.PatternStage;
import io.heed.patterns.PatternTally.Figure;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A customer's timeline as the job has it, duplicates dropped and agenda kept, with the pattern stage alone on it. */
public final class PatternTimeline implements CustomerTimeline {
    private static final String TIMELINE = "timeline";
    private static final String PATTERNS = "patterns";

    private final Agenda agenda;
    private final DuplicateFilter duplicates;
    private final DefinitionHistory<PatternDefinition> history;
    private final PatternStage stage;
    private final Tally tally;
    private final Consumer<PatternMatch> matches;
    private long dropped;

    /** A timeline over the state of a job. */
    public PatternTimeline(
            StateStore state,
            PatternDefinitions patterns,
            EventCatalogue catalogue,
            Tally tally,
            Consumer<PatternMatch> matches) {
        this.agenda = new Agenda(state);
        this.duplicates = new DuplicateFilter(
                state, agenda.of(TIMELINE), TimeOptions.usual().duplicatesWithinMillis());
        this.history = patterns.history(catalogue);
        this.stage = new PatternStage(
                state,
                agenda.of(PATTERNS),
                history,
                catalogue,
                List.of(),
                (key, figure, more) -> dropped += figure == Figure.DROPPED ? more : 0);
        this.tally = tally;
        this.matches = matches;
    }

    /** How many open matches were dropped because a customer had more than a pattern's limit. */
    public long droppedOpenMatches() {
        return dropped;
    }

    /** How many patterns have open matches for the customer at hand. */
    public int openPatterns() {
        return stage.openMatches().size();
    }

    @Override
    public void onEvent(CareEvent event) {
        if (duplicates.isDuplicate(event)) {
            tally.count(Tally.Fate.DUPLICATE);
            return;
        }
        advanceTo(event.dueMillis());
        tally.count(Tally.Fate.HANDLED);
        stage.onEvent(event, new NoFeatures(event.dueMillis())).forEach(matches);
    }

    @Override
    public void onLate(CareEvent event, long nowMillis) {
        throw new IllegalStateException("made-up traffic is in order: " + event);
    }

    @Override
    public @Nullable String adopt(Change change) {
        Running<PatternDefinition> before = history.last().inForce(change.name());
        if (before == null) {
            throw new IllegalArgumentException("pattern is not in force: " + change.name());
        }
        PatternDefinition changed = before.definition();
        for (Map.Entry<String, String> set : change.parameters().entrySet()) {
            changed = changed.withParameter(set.getKey(), set.getValue());
        }
        OnChange onChange = change.onChange() == null ? OnChange.DROP : change.onChange();
        history.apply(change, changed.withVersion(change.version()), onChange);
        stage.follow(history);
        return PatternStage.KEPT_STATE;
    }

    @Override
    public void advanceTo(long timeMillis) {
        for (long replay = stage.nextReplayMillis(timeMillis);
                replay != Long.MAX_VALUE;
                replay = stage.nextReplayMillis(timeMillis)) {
            long now = replay;
            workUntil(now - 1);
            stage.replay(now, anchor -> new NoFeatures(now)).forEach(matches);
        }
        workUntil(timeMillis);
    }

    private void workUntil(long timeMillis) {
        for (Deadline due = agenda.pollDue(timeMillis); due != null; due = agenda.pollDue(timeMillis)) {
            long now = due.timeMillis();
            if (due.stage().equals(TIMELINE)) {
                duplicates.onDue(now);
            } else {
                stage.onDue(now, anchor -> new NoFeatures(now)).forEach(matches);
            }
        }
    }

    @Override
    public long nextDueMillis() {
        Deadline next = agenda.next();
        return next == null ? Long.MAX_VALUE : next.timeMillis();
    }

    @Override
    public int openDeadlines() {
        return agenda.open().size();
    }
}
