package io.heed.triggers;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.features.FeatureView;
import io.heed.models.prediction.Arm;
import io.heed.models.prediction.Contribution;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import io.heed.patterns.PatternMatch;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.decision.Decisions;
import io.heed.triggers.decision.PlayStage;
import io.heed.triggers.play.PlayDefinitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A day of a care team, told event by event: {@code day.at("2026-03-02T10:00:00Z").spike(60).thenSent("raised")}. It
 * runs deadlines in their order, as the job does.
 */
public final class CareTeamDay {
    /** Features that tests may set and plays may read. */
    public static final List<String> FEATURES = List.of("bill_ratio", "calls_7d", "plan_changes_35d");

    private final MemoryStateStore state = new MemoryStateStore();
    private final Agenda agenda = new Agenda(state);
    private final PlayStage stage;
    private final Map<String, Double> features = new HashMap<>();
    private final List<CareTrigger> triggers = new ArrayList<>();
    private final List<Decision> log = new ArrayList<>();
    private String customer = "C1";
    private long nowMillis;
    private int ids;

    private CareTeamDay(PlayDefinitions definitions, long liveFromMillis) {
        this.stage = new PlayStage(state, agenda.of("plays"), definitions, TelcoWorkspace.EVENTS, liveFromMillis);
        state.turnTo(customer);
    }

    /** A day with the plays of some YAML. */
    public static CareTeamDay with(String yaml) {
        return new CareTeamDay(definitions(yaml), Long.MIN_VALUE);
    }

    /** A day with plays that go live at a time. */
    public static CareTeamDay liveFrom(String time, String yaml) {
        return new CareTeamDay(definitions(yaml), Instant.parse(time).toEpochMilli());
    }

    /** The plays of some YAML over the usual test signals. */
    public static PlayDefinitions definitions(String yaml) {
        return PlayDefinitions.load(
                folder -> folder.equals("triggers/definitions")
                        ? List.of(new DefinitionFile("plays.yaml", yaml))
                        : List.of(),
                TelcoWorkspace.EVENTS,
                FEATURES,
                TestSignals.usual());
    }

    /** Begins again, as if nothing had happened; cheaper than another day, since nothing is compiled again. */
    public CareTeamDay again() {
        stage.clear();
        agenda.clear();
        features.clear();
        triggers.clear();
        log.clear();
        nowMillis = 0;
        ids = 0;
        return this;
    }

    /** Turns to another customer. */
    public CareTeamDay of(String otherCustomer) {
        customer = otherCustomer;
        state.turnTo(customer);
        return this;
    }

    /** Goes on to a time, handling all that is due until then. */
    public CareTeamDay at(String time) {
        return atMillis(Instant.parse(time).toEpochMilli());
    }

    /** Goes on to a time, handling all that is due until then. */
    public CareTeamDay atMillis(long millis) {
        for (Deadline next = agenda.pollDue(millis); next != null; next = agenda.pollDue(millis)) {
            List<String> due = new ArrayList<>(List.of(next.name()));
            Deadline same = agenda.pollDue(next.timeMillis());
            for (; same != null; same = agenda.pollDue(next.timeMillis())) {
                due.add(same.name());
            }
            keep(stage.onDue(customer, next.timeMillis(), due, List.of(), this::view));
        }
        nowMillis = millis;
        return this;
    }

    /** Sets a feature from now on. */
    public CareTeamDay feature(String name, double value) {
        features.put(name, value);
        return this;
    }

    /** Something happens that no pattern ends with. */
    public CareTeamDay happens(String type, Object... namesAndValues) {
        return happens(event(type, namesAndValues), List.of(), List.of());
    }

    /** Something is known only now that happened at an earlier time. */
    public CareTeamDay late(String type, String time, Object... namesAndValues) {
        CareEvent event = TelcoWorkspace.event(
                type, "e" + ++ids, customer, Instant.parse(time).toEpochMilli(), namesAndValues);
        keep(stage.onLateEvent(event, nowMillis, view(event)));
        return this;
    }

    /** An event of the customer at hand now, that nobody has handled yet. */
    public CareEvent event(String type, Object... namesAndValues) {
        return TelcoWorkspace.event(type, "e" + ++ids, customer, nowMillis, namesAndValues);
    }

    /** An event with the signals that it gives. */
    public CareTeamDay happens(CareEvent event, List<PatternMatch> matches, List<Prediction> predictions) {
        keep(stage.onEvent(event, view(event), matches, predictions));
        return this;
    }

    /** The customer's data is to be erased. */
    public CareTeamDay erased() {
        keep(stage.onErased(event("customer.erased")));
        agenda.clear();
        return this;
    }

    /** Patterns come true at a deadline now. */
    public CareTeamDay due(PatternMatch... matches) {
        keep(stage.onDue(customer, nowMillis, List.of(), List.of(matches), this::view));
        return this;
    }

    /** A bill comes and is a spike. */
    public CareTeamDay spike(double charges) {
        CareEvent bill = bill(charges);
        return happens(bill, List.of(match("spike", "bill", bill)), List.of());
    }

    /** A bill of now. */
    public CareEvent bill(double charges) {
        return event("bill.issued", "bill", "B" + ids, "account", "A1", "charges", charges, "amount", charges);
    }

    /** A payment fails, and that is a signal. */
    public CareTeamDay paymentFails() {
        CareEvent payment = event("payment.failed", "account", "A1", "amount", 30.0);
        return happens(payment, List.of(match("declined", "payment", payment)), List.of());
    }

    /** A match now, of stages with their events in turn. */
    public PatternMatch match(String pattern, Object... stagesAndEvents) {
        Map<String, List<CareEvent>> stages = new LinkedHashMap<>();
        for (int i = 0; i < stagesAndEvents.length; i += 2) {
            stages.computeIfAbsent((String) stagesAndEvents[i], name -> new ArrayList<>())
                    .add((CareEvent) stagesAndEvents[i + 1]);
        }
        return new PatternMatch(pattern, 1, nowMillis, stages, new TreeMap<>());
    }

    /** A score of the repeat-contact model at an event. */
    public Prediction score(double score, Arm arm, CareEvent decision) {
        return new Prediction(
                "repeat-contact",
                3,
                "9f2c",
                "repeat-contact-24h",
                customer,
                arm,
                score,
                0.5,
                decision.id(),
                nowMillis,
                List.of(new FeatureValue("calls_7d", 2.0)),
                0.1,
                List.of(new Contribution("calls_7d", 2.0, score - 0.1)));
    }

    /** All steps sent so far, as play and step. */
    public List<String> sent() {
        return triggers.stream()
                .map(trigger -> trigger.play() + " " + trigger.step().name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    /** All triggers sent so far. */
    public List<CareTrigger> triggers() {
        return List.copyOf(triggers);
    }

    /** The last step sent. */
    public CareTrigger last() {
        return triggers.get(triggers.size() - 1);
    }

    /** The last step of a kind. */
    public CareTrigger last(TriggerStep step) {
        return triggers.stream()
                .filter(trigger -> trigger.step() == step)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** All decisions so far. */
    public List<Decision> log() {
        return List.copyOf(log);
    }

    /** Why a play was held back, in order. */
    public List<Reason> held(String play) {
        return log.stream()
                .filter(decision -> decision.play().equals(play))
                .filter(decision ->
                        decision.outcome() == DecisionOutcome.HELD || decision.outcome() == DecisionOutcome.DELAYED)
                .map(Decision::reason)
                .toList();
    }

    /** How many bytes are kept for the customer at hand. */
    public long bytesKept() {
        return state.bytesOf(customer);
    }

    private void keep(Decisions decisions) {
        triggers.addAll(decisions.triggers());
        log.addAll(decisions.log());
    }

    private FeatureView view(CareEvent event) {
        Map<String, Double> values = Map.copyOf(features);
        long millis = nowMillis;
        return new FeatureView() {
            @Override
            public long timeMillis() {
                return millis;
            }

            @Override
            public double value(String feature) {
                return values.getOrDefault(feature, Double.NaN);
            }
        };
    }
}
