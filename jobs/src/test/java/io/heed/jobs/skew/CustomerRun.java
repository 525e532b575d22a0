package io.heed.jobs.skew;

import io.heed.events.CareEvent;
import io.heed.events.SubjectKind;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.timeline.TimelineOrder;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.SharedEvents;
import io.heed.jobs.customer.StageParts;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.prediction.Lineup;
import io.heed.models.prediction.ScoreStage;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.target.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The stages of a workspace over state in memory, given events as the job's operator gives them, and restartable. */
final class CustomerRun implements AutoCloseable {
    private static final long DISORDER_MILLIS = 60 * RandomHistory.MINUTE;

    private final WorkspaceSnapshot workspace;
    private final boolean exports;
    private final Consumer<CareEvent> handled;
    private final Consumer<CareResult> results;
    private final Map<String, List<CareEvent>> waiting = new TreeMap<>();
    private MemoryStateStore state = new MemoryStateStore();
    private SharedEvents shared = new SharedEvents();
    private long passedMillis = Long.MIN_VALUE;
    private ScoreStage score;
    private CustomerTimeline timeline;

    /**
     * Stages before their first event.
     *
     * @param exports whether training rows of the target are wanted
     * @param handled takes each event after the stages
     */
    CustomerRun(
            WorkspaceSnapshot workspace, boolean exports, Consumer<CareEvent> handled, Consumer<CareResult> results) {
        this.workspace = workspace;
        this.exports = exports;
        this.handled = handled;
        this.results = results;
        DefinitionTimeline definitions = DefinitionTimeline.of(workspace);
        this.score = score(definitions);
        this.timeline = timeline(definitions);
    }

    /** Takes what has arrived and is behind nothing that is waited for. */
    void arrive(Arrival arrival) {
        passTo(arrival.atMillis() - DISORDER_MILLIS);
        CareEvent event = arrival.event();
        if (event.type().subject() != SubjectKind.CUSTOMER) {
            shared.add(event);
        } else if (event.type().isSlow()) {
            await(event.dueMillis() > passedMillis ? event : event.arrivedAt(passedMillis + 1));
        } else if (event.dueMillis() <= passedMillis) {
            state.turnTo(event.subject());
            timeline.onLate(event, passedMillis);
            handled.accept(event);
        } else {
            await(event);
        }
    }

    /** Handles all that is due up to a time. */
    void passTo(long timeMillis) {
        passedMillis = Math.max(passedMillis, timeMillis);
        waiting.forEach((customer, events) -> {
            List<CareEvent> due = events.stream()
                    .filter(event -> event.dueMillis() <= passedMillis)
                    .sorted(TimelineOrder.byDueTime())
                    .toList();
            if (!due.isEmpty()) {
                events.removeAll(due);
                state.turnTo(customer);
                for (CareEvent event : due) {
                    timeline.onEvent(event);
                    handled.accept(event);
                }
                timeline.advanceTo(passedMillis);
            }
        });
    }

    /** Handles all that is left, for as long as labels may take. */
    void end() {
        passTo(passedMillis + 30 * RandomHistory.DAY);
        for (String customer : waiting.keySet()) {
            state.turnTo(customer);
            timeline.advanceTo(passedMillis);
        }
    }

    /** Goes on with new stages from the bytes of the old ones' state. */
    void restart() {
        SortedMap<String, Long> ran = timeline.runningSince(passedMillis);
        score.close();
        state = state.reopened();
        SharedEvents reread = new SharedEvents();
        shared.all().stream().sorted(Comparator.comparing(CareEvent::id)).forEach(reread::add);
        shared = reread;
        DefinitionTimeline definitions = DefinitionTimeline.of(workspace);
        score = score(definitions);
        timeline = timeline(definitions);
        timeline.resume(ran, passedMillis);
    }

    @Override
    public void close() {
        score.close();
    }

    private void await(CareEvent event) {
        waiting.computeIfAbsent(event.subject(), subject -> new ArrayList<>()).add(event);
    }

    private CustomerTimeline timeline(DefinitionTimeline definitions) {
        List<Target> exported =
                exports ? List.of(definitions.declared().targets().require(SkewWorkspace.TARGET)) : List.of();
        return StageParts.assemble(
                definitions,
                TimeOptions.usual(),
                score,
                exported,
                state,
                (kind, subject, type, from, until) -> shared.events(kind, subject, type, from, until),
                fate -> {},
                results);
    }

    private ScoreStage score(DefinitionTimeline definitions) {
        ModelRepository repository = workspace.repository();
        ScoreStage stage = new ScoreStage(
                definitions.declared().targets(),
                deployment -> Lineup.load(repository, deployment, ModelRegistry.shared()));
        stage.follow(definitions.models());
        return stage;
    }
}
