package io.heed.jobs.patternoracle;

import io.heed.events.CareEvent;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.events.timeline.DuplicateFilter;
import io.heed.events.timeline.SharedHistory;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.flink.customer.TimelineFactory;
import io.heed.patterns.Features;
import io.heed.patterns.LetterEvents;
import io.heed.patterns.PatternHarness;
import io.heed.patterns.PatternMatch;
import io.heed.patterns.PatternStage;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.List;
import java.util.SortedMap;

/** Timelines that know duplicates and patterns and nothing else; a match comes out as {@code pattern/customer/match}. */
record PatternTimelines(PatternDefinitions definitions) implements TimelineFactory<String> {
    static final long DUPLICATES_WITHIN_MILLIS = 1_000;

    @Override
    public CustomerTimeline create(StateStore state, SharedHistory shared, Tally tally, Results<String> results) {
        Agenda agenda = new Agenda(state);
        return new PatternTimeline(
                agenda,
                new DuplicateFilter(state, agenda.of("timeline"), DUPLICATES_WITHIN_MILLIS),
                new PatternStage(state, agenda.of("patterns"), definitions, LetterEvents.CATALOGUE, List.of()),
                tally,
                results);
    }

    private record PatternTimeline(
            Agenda agenda, DuplicateFilter duplicates, PatternStage patterns, Tally tally, Results<String> results)
            implements CustomerTimeline {
        @Override
        public void onEvent(CareEvent event) {
            if (duplicates.isDuplicate(event)) {
                tally.count(Tally.Fate.DUPLICATE);
                return;
            }
            advanceTo(event.dueMillis());
            tally.count(Tally.Fate.HANDLED);
            patterns.onEvent(event, Features.NONE).forEach(this::emit);
        }

        @Override
        public void onLate(CareEvent event, long nowMillis) {
            tally.count(duplicates.isDuplicate(event) ? Tally.Fate.DUPLICATE : Tally.Fate.LATE);
        }

        @Override
        public void advanceTo(long timeMillis) {
            for (Deadline due = agenda.pollDue(timeMillis); due != null; due = agenda.pollDue(timeMillis)) {
                if (due.stage().equals("patterns")) {
                    patterns.onDue(due.timeMillis(), anchor -> Features.NONE).forEach(this::emit);
                } else {
                    duplicates.onDue(due.timeMillis());
                }
            }
        }

        @Override
        public SortedMap<String, Long> runningSince(long timeMillis) {
            return patterns.runningSince();
        }

        @Override
        public void resume(SortedMap<String, Long> ranSince, long untilMillis) {
            patterns.resume(ranSince, untilMillis);
        }

        private void emit(PatternMatch match) {
            results.emit(match.pattern() + "/" + match.anchor().subject() + "/" + match.timeMillis() + " "
                    + PatternHarness.describe(match.stages()));
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
}
