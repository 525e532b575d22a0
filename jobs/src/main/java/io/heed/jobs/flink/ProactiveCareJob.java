package io.heed.jobs.flink;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.Change;
import io.heed.events.codec.DeadLetter;
import io.heed.events.codec.RecordLimits;
import io.heed.events.flink.CodecTypeInformation;
import io.heed.events.mapping.SourceMapping;
import io.heed.events.mapping.SourceMappings;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.DeadLetterCodec;
import io.heed.jobs.change.ChangeVerdict;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResultCodec;
import io.heed.jobs.customer.SharedRecord;
import io.heed.jobs.customer.SharedRecord.SharedRecordCodec;
import io.heed.jobs.flink.change.ChangeClock;
import io.heed.jobs.flink.change.ChangeStreams;
import io.heed.jobs.flink.customer.CustomerKey;
import io.heed.jobs.flink.customer.CustomerOperator;
import io.heed.jobs.flink.customer.ExplanationFactory;
import io.heed.jobs.flink.customer.StagesFactory;
import io.heed.jobs.flink.customer.TimelineFactory;
import io.heed.jobs.flink.delivery.Delivery;
import io.heed.jobs.flink.health.HealthCountingOperator;
import io.heed.jobs.flink.health.HealthJudgeFunction;
import io.heed.jobs.flink.intake.EventFormat;
import io.heed.jobs.flink.intake.EventIntake;
import io.heed.jobs.flink.intake.EventStreams;
import io.heed.jobs.flink.understanding.RedactDeadLetterFunction;
import io.heed.jobs.flink.understanding.UnderstandingOptions;
import io.heed.jobs.flink.understanding.UnderstandingSteps;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.health.HealthPart;
import io.heed.models.health.HealthWindows;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main job. Records come in, lose their personal data and are understood before the one shuffle; then one keyed
 * operator takes every customer's events through timeline, features, patterns, score and plays.
 */
public final class ProactiveCareJob {
    private static final Logger LOG = LoggerFactory.getLogger(ProactiveCareJob.class);

    private final JobConfiguration configuration;
    private final WorkspaceSnapshot workspace;
    private final List<String> exportedTargets;
    private final EventCatalogue catalogue;
    private final CareEventCodec events;
    private final TypeInformation<CareResult> resultType;
    private final TypeInformation<SharedRecord> sharedType;
    private final long nowMillis;
    private final ChangeClock clock;

    /**
     * A job over a workspace.
     *
     * @param exportedTargets the targets for which training rows are wanted beside the triggers; usually none
     * @param nowMillis the wall clock, by which dates in the far future are told where records have no timestamp
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming what is wrong with the event types
     */
    public ProactiveCareJob(
            JobConfiguration configuration, WorkspaceSnapshot workspace, List<String> exportedTargets, long nowMillis) {
        this(configuration, workspace, exportedTargets, nowMillis, ChangeClock.WALL);
    }

    /**
     * The same with another clock of changes than the wall clock, for tests.
     *
     * @param clock the clock of whoever makes changes; event time never gets ahead of it
     */
    public ProactiveCareJob(
            JobConfiguration configuration,
            WorkspaceSnapshot workspace,
            List<String> exportedTargets,
            long nowMillis,
            ChangeClock clock) {
        this.clock = clock;
        this.configuration = configuration;
        this.workspace = workspace;
        this.exportedTargets = List.copyOf(exportedTargets);
        this.catalogue = EventCatalogue.load(workspace);
        this.events = new CareEventCodec(catalogue);
        this.resultType = new CodecTypeInformation<>(CareResult.class, new CareResultCodec(events), true);
        this.sharedType = new CodecTypeInformation<>(SharedRecord.class, new SharedRecordCodec(events), true);
        this.nowMillis = nowMillis;
        if (configuration.input().kafka() != null
                && configuration.hashKey().equals(JobConfiguration.DEMONSTRATION_KEY)) {
            LOG.warn("the keyed hashes have the key of the demonstration, which everybody knows; set HEED_KEY");
        }
    }

    /** Adds the job to an environment, without any output. */
    public DataStream<CareResult> addTo(StreamExecutionEnvironment environment) {
        EventStreams in = intake(environment);
        ChangeStreams changes = changes(environment);
        DataStream<CareResult> customers = handle(in, changes, resultType, customers());
        DataStream<CareResult> results =
                customers.union(checked(customers), unattributed(in, changes), unreadable(in.deadLetters()));
        return changes == null ? results : results.union(reviewed(changes.verdicts()));
    }

    /**
     * Adds what explains the features of one customer at one instant: the job itself as far as features depend on it,
     * for that customer alone.
     *
     * @param features the names of the features to explain; none for all
     * @return explanations as JSON: one of the instant, and one for each event of the customer at that instant
     */
    public DataStream<String> addExplanationTo(
            StreamExecutionEnvironment environment, String customer, long timeMillis, List<String> features) {
        return handle(
                intake(environment).only(customer),
                changes(environment),
                Types.STRING,
                operator(new ExplanationFactory(workspace, configuration.time(), customer, timeMillis, features)));
    }

    /** Adds the job for one customer alone. */
    public DataStream<CareResult> addFor(StreamExecutionEnvironment environment, String customer) {
        return handle(intake(environment).only(customer), changes(environment), resultType, customers());
    }

    private EventStreams intake(StreamExecutionEnvironment environment) {
        requireAlignedCheckpoints(environment);
        environment.configure(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
        environment.getConfig().enableObjectReuse();
        return new EventIntake(format(), configuration.input(), configuration.time()).addTo(environment);
    }

    /** An unaligned checkpoint writes records that are on their way to whoever takes personal data out of them. */
    private static void requireAlignedCheckpoints(StreamExecutionEnvironment environment) {
        if (environment.getCheckpointConfig().isUnalignedCheckpointsEnabled()) {
            throw new IllegalArgumentException(CheckpointingOptions.ENABLE_UNALIGNED.key()
                    + " must be off, since such a checkpoint holds messages with their personal data: true (legal: "
                    + CheckpointingOptions.ENABLE_UNALIGNED.key() + ": false)");
        }
    }

    private @Nullable ChangeStreams changes(StreamExecutionEnvironment environment) {
        return configuration.changes().isPresent()
                ? ChangeStreams.addTo(
                        environment,
                        configuration.changes(),
                        workspace,
                        configuration.input().isFinite(),
                        clock)
                : null;
    }

    private DataStream<SharedRecord> shared(EventStreams in, @Nullable ChangeStreams changes) {
        DataStream<SharedRecord> happened = happened(in.shared());
        return changes == null ? happened : happened.union(changed(changes.accepted()));
    }

    private <R> DataStream<R> handle(
            EventStreams in, @Nullable ChangeStreams changes, TypeInformation<R> type, CustomerOperator<R> operator) {
        return understand("understand", spread(in.customers()), changes)
                .keyBy(new CustomerKey(configuration.hashKey()), Types.STRING)
                .connect(shared(in, changes).broadcast())
                .transform("customers", type, operator)
                .uid("customers")
                .name("customers");
    }

    /** Adds the job and everything that the configuration says about outputs. */
    public void addWithOutputsTo(StreamExecutionEnvironment environment) {
        new Delivery(configuration.output()).deliver(addTo(environment));
    }

    private CustomerOperator<CareResult> customers() {
        return operator(new StagesFactory(workspace, configuration.time(), exportedTargets));
    }

    private <R> CustomerOperator<R> operator(TimelineFactory<R> stages) {
        return new CustomerOperator<>(
                stages, events, configuration.time(), configuration.changes().isPresent());
    }

    private DataStream<CareResult> checked(DataStream<CareResult> customers) {
        HealthWindows windows = HealthWindows.USUAL;
        return customers
                .transform(
                        "model-health-counts",
                        new CodecTypeInformation<>(HealthPart.class, HealthPart.CODEC, false),
                        new HealthCountingOperator(workspace, windows))
                .uid("model-health-counts")
                .name("model-health-counts")
                .keyBy(part -> part.serving().key(), Types.STRING)
                .process(new HealthJudgeFunction(workspace, windows), resultType)
                .uid("model-health")
                .name("model-health");
    }

    /** A file is read by one reader; understanding its messages is worth more than one core. */
    private DataStream<CareEvent> spread(DataStream<CareEvent> customers) {
        if (configuration.input().files().isEmpty()) {
            return customers;
        }
        return customers.partitionCustom(
                (subject, partitions) -> Math.floorMod(subject.hashCode(), partitions), CareEvent::subject);
    }

    private DataStream<CareEvent> understand(String name, DataStream<CareEvent> in, @Nullable ChangeStreams changes) {
        DataStream<Change> known = changes == null || !isRead() ? null : changes.accepted();
        return new UnderstandingSteps(understanding(), events).addTo(in, name, known);
    }

    /** Whether any event has a message. */
    private boolean isRead() {
        return catalogue.types().stream().anyMatch(type -> type.understanding() != null);
    }

    private DataStream<SharedRecord> happened(DataStream<CareEvent> in) {
        return protectedShared(in)
                .map(event -> (SharedRecord) new SharedRecord.Happened(event))
                .returns(sharedType)
                .setParallelism(in.getParallelism())
                .uid("shared-events")
                .name("shared-events");
    }

    /** Events of areas and the company seldom hold personal data; where one may, it is taken out before all keep them. */
    private DataStream<CareEvent> protectedShared(DataStream<CareEvent> in) {
        boolean isPersonal = catalogue.types().stream()
                .anyMatch(type -> type.subject() != SubjectKind.CUSTOMER && type.isPersonal());
        return isPersonal
                ? new UnderstandingSteps(understanding(), events).addProtectionTo(in, "shared-events-protect")
                : in;
    }

    private DataStream<SharedRecord> changed(DataStream<Change> in) {
        return in.map(change -> (SharedRecord) new SharedRecord.Changed(change))
                .returns(sharedType)
                .setParallelism(1)
                .uid("accepted-changes")
                .name("accepted-changes");
    }

    private DataStream<CareResult> reviewed(DataStream<ChangeVerdict> in) {
        return in.map(verdict -> (CareResult) new CareResult.Reviewed(verdict))
                .returns(resultType)
                .setParallelism(1)
                .uid("reviewed-changes")
                .name("reviewed-changes");
    }

    private DataStream<CareResult> unattributed(EventStreams in, @Nullable ChangeStreams changes) {
        return understand("redact-unattributed", in.unattributed(), changes)
                .map(event -> (CareResult) new CareResult.Unattributed(event))
                .returns(resultType)
                .uid("unattributed")
                .name("unattributed");
    }

    private DataStream<CareResult> unreadable(DataStream<DeadLetter> in) {
        return in.map(new RedactDeadLetterFunction(understanding()))
                .returns(new CodecTypeInformation<>(DeadLetter.class, new DeadLetterCodec(), true))
                .uid("redact-dead-letters")
                .name("redact-dead-letters")
                .map(letter -> (CareResult) new CareResult.Unreadable(letter))
                .returns(resultType)
                .uid("dead-letters")
                .name("dead-letters");
    }

    private UnderstandingOptions understanding() {
        boolean textExpected = catalogue.types().stream().anyMatch(EventType::isPersonal);
        return new UnderstandingOptions(workspace.location(), configuration.hashKey(), "en", textExpected);
    }

    private EventFormat format() {
        String name = configuration.input().mapping();
        SourceMapping mapping = null;
        if (!name.isEmpty()) {
            mapping = SourceMappings.load(workspace, catalogue).get(name);
            if (mapping == null) {
                throw new IllegalArgumentException("mapping is not declared in events/definitions: " + name);
            }
        }
        return new EventFormat(
                catalogue,
                mapping,
                RecordLimits.startingAt(nowMillis, configuration.time().maxAheadMillis()));
    }
}
