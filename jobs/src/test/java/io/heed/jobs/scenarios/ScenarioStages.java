package io.heed.jobs.scenarios;

import io.heed.events.CareEvent;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.Workspace;
import io.heed.events.codec.CloudEventReader;
import io.heed.events.codec.RawRecord;
import io.heed.events.codec.Reading;
import io.heed.events.codec.RecordLimits;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.timeline.TimelineOrder;
import io.heed.jobs.change.DefinitionTimeline;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.SharedEvents;
import io.heed.jobs.customer.StageParts;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.flink.delivery.OutputLines;
import io.heed.jobs.understanding.EventUnderstanding;
import io.heed.jobs.understanding.KeyedHash;
import io.heed.jobs.workspace.Definitions;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.language.LanguageOptions;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.redaction.HashingKey;
import io.heed.models.prediction.Lineup;
import io.heed.models.prediction.ScoreStage;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.triggers.play.Play;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The stages of the telco's workspace over a state in memory: what the job does, without Flink. */
final class ScenarioStages implements AutoCloseable {
    static final Path WORKSPACE = Path.of("..");
    private static final long YEAR_2030 = 1_893_456_000_000L;

    private final ModelRepository repository = new ModelRepository(WORKSPACE.resolve("models/repository"));
    private final DefinitionTimeline definitionTimeline =
            DefinitionTimeline.of(WorkspaceSnapshot.of(WORKSPACE.toString(), Workspace.local(WORKSPACE)));
    private final Definitions definitions = definitionTimeline.declared();
    private final EventUnderstanding understanding = new EventUnderstanding(
            LanguageUnderstanding.shared(
                    new LanguageOptions(HashingKey.of(JobConfiguration.DEMONSTRATION_KEY), WORKSPACE, "en")),
            new KeyedHash(JobConfiguration.DEMONSTRATION_KEY));

    private final ScoreStage score = scoring();
    private final MemoryStateStore state = new MemoryStateStore();
    private final List<CareResult> results = new ArrayList<>();
    private final Unprofiled tally = new Unprofiled();
    private SharedEvents shared = new SharedEvents();
    private final CustomerTimeline timeline = StageParts.assemble(
            definitionTimeline,
            TimeOptions.usual(),
            score,
            List.of(),
            state,
            (kind, subject, type, from, until) -> shared.events(kind, subject, type, from, until),
            tally,
            results::add);

    Outcome run(Scenario scenario) {
        shared = new SharedEvents();
        results.clear();
        Map<String, List<CareEvent>> byCustomer = new TreeMap<>();
        long newestMillis = Long.MIN_VALUE;
        for (CareEvent event : read(scenario)) {
            newestMillis = Math.max(newestMillis, event.dueMillis());
            if (event.type().subject() == SubjectKind.CUSTOMER) {
                byCustomer
                        .computeIfAbsent(event.subject(), subject -> new ArrayList<>())
                        .add(understanding.understand(event));
            } else {
                shared.add(event);
            }
        }
        long untilMillis = scenario.time().untilMillis();
        long end = untilMillis == TimeOptions.LAST_EVENT ? newestMillis : untilMillis;
        byCustomer.forEach((customer, events) -> {
            state.turnTo(scenario.name() + "/" + customer);
            events.sort(TimelineOrder.byDueTime());
            events.forEach(timeline::onEvent);
            timeline.advanceTo(end);
        });
        return outcome(results);
    }

    /** What came out of the last scenario. */
    List<CareResult> results() {
        return List.copyOf(results);
    }

    /** How many predictions were not kept so far. */
    long unprofiled() {
        return tally.predictions;
    }

    /** The names of all plays of the workspace. */
    List<String> plays() {
        return definitions.plays().plays().stream().map(Play::name).toList();
    }

    @Override
    public void close() {
        score.close();
    }

    private List<CareEvent> read(Scenario scenario) {
        CloudEventReader reader = new CloudEventReader(definitions.catalogue(), RecordLimits.startingAt(YEAR_2030));
        List<CareEvent> events = new ArrayList<>();
        long newestMillis = Long.MIN_VALUE;
        for (String line : scenario.lines("events.jsonl")) {
            RawRecord record = new RawRecord(
                    scenario.name(), events.size() + 1L, RawRecord.NO_TIMESTAMP, line.getBytes(StandardCharsets.UTF_8));
            CareEvent event = accepted(reader.read(record), record);
            newestMillis = Math.max(newestMillis, event.timeMillis());
            boolean untold = event.arrivedMillis() == RawRecord.NO_TIMESTAMP;
            events.add(untold ? event.arrivedAt(newestMillis) : event);
        }
        return events;
    }

    private static CareEvent accepted(Reading reading, RawRecord record) {
        if (reading instanceof Reading.Accepted accepted && accepted.ignoredFields() == 0) {
            return accepted.event();
        }
        throw new IllegalArgumentException(record.source() + ":" + record.position() + ": " + reading);
    }

    /** Counts the predictions of customers who have not agreed to be profiled. */
    private static final class Unprofiled implements Tally {
        private long predictions;

        @Override
        public void count(Fate fate) {}

        @Override
        public void countUnprofiled(long more) {
            predictions += more;
        }
    }

    private ScoreStage scoring() {
        ScoreStage stage = new ScoreStage(
                definitions.targets(), deployment -> Lineup.load(repository, deployment, ModelRegistry.shared()));
        stage.follow(definitionTimeline.models());
        return stage;
    }

    static Outcome outcome(List<CareResult> results) {
        List<String> triggers = new ArrayList<>();
        List<String> decisions = new ArrayList<>();
        for (CareResult result : results) {
            if (result instanceof CareResult.Triggered triggered) {
                triggers.add(OutputLines.of(triggered.trigger()).json());
            } else if (result instanceof CareResult.Decided decided) {
                decisions.add(OutputLines.of(decided.decision()).json());
            }
        }
        return new Outcome(triggers, decisions);
    }
}
