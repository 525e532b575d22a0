package io.heed.models.label;

import io.heed.events.CareEvent;
import io.heed.events.state.Cell;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.StageAgenda;
import io.heed.models.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Keeps the decisions of the customer at hand until their labels are known. A decision that could not be labelled for
 * certain, because intake was not complete, gives no row.
 */
public final class LabelJoin {
    private static final String MATURE = "mature";

    private final Target target;
    private final Cell<List<PendingDecision>> pending;
    private final StageAgenda agenda;

    /** A join for one target. */
    public LabelJoin(StateStore state, StageAgenda agenda, Target target) {
        this.target = target;
        this.agenda = agenda;
        this.pending = state.cell("labels." + target.name(), Codecs.listOf(PendingDecision.CODEC));
    }

    /** Takes an event in: it may label earlier decisions, treat them, or be a decision itself. */
    public void onEvent(CareEvent event, ToDoubleFunction<String> features) {
        String type = event.type().name();
        if (target.labels().contains(type)) {
            change(event, decision -> isRepeat(decision, event) ? decision.labelled() : decision);
        }
        if (type.equals("outreach.sent") && event.text("triggerId") != null) {
            change(event, PendingDecision::treated);
        }
        if (type.equals(target.decision()) && target.isKnowable(event.timeMillis())) {
            keep(event, features);
        }
    }

    /**
     * The rows whose labels are known at a time.
     *
     * @param arm whether the customer is in the control group, {@code control} or {@code treated}
     */
    public List<TrainingRow> onDue(long timeMillis, String customer, String arm) {
        List<TrainingRow> rows = new ArrayList<>();
        List<PendingDecision> open = new ArrayList<>();
        for (PendingDecision decision : pendingDecisions()) {
            if (target.maturesAtMillis(decision.timeMillis()) < timeMillis) {
                rows.add(row(decision, customer, arm));
            } else {
                open.add(decision);
            }
        }
        store(open);
        return rows;
    }

    /** Forgets the customer. */
    public void clear() {
        pending.clear();
    }

    private void change(CareEvent event, UnaryOperator<PendingDecision> change) {
        List<PendingDecision> decisions = pendingDecisions();
        if (decisions.isEmpty()) {
            return;
        }
        List<PendingDecision> changed = new ArrayList<>();
        for (PendingDecision decision : decisions) {
            boolean counts = target.isWithinHorizon(decision.timeMillis(), event.timeMillis());
            changed.add(counts ? change.apply(decision) : decision);
        }
        store(changed);
    }

    private boolean isRepeat(PendingDecision decision, CareEvent event) {
        String field = target.conversation();
        String conversation = field == null ? null : event.text(field);
        return conversation == null || !conversation.equals(decision.conversation());
    }

    private void keep(CareEvent event, ToDoubleFunction<String> features) {
        List<Double> values = new ArrayList<>(target.features().size());
        target.features().forEach(name -> values.add(features.applyAsDouble(name)));
        String field = target.conversation();
        String conversation = field == null ? null : event.text(field);
        List<PendingDecision> decisions = new ArrayList<>(pendingDecisions());
        decisions.add(new PendingDecision(
                event.timeMillis(), event.id(), conversation == null ? "" : conversation, values, false, 0));
        store(decisions);
    }

    private void store(List<PendingDecision> decisions) {
        if (decisions.isEmpty()) {
            pending.clear();
            return;
        }
        pending.set(decisions);
        // an event at the very end of the horizon still counts, and a deadline comes before events of its time
        agenda.set(MATURE, target.maturesAtMillis(decisions.get(0).timeMillis()) + 1);
    }

    private List<PendingDecision> pendingDecisions() {
        List<PendingDecision> decisions = pending.get();
        return decisions == null ? List.of() : decisions;
    }

    private TrainingRow row(PendingDecision decision, String customer, String arm) {
        return new TrainingRow(
                target.name(),
                customer,
                decision.timeMillis(),
                decision.event(),
                decision.features(),
                decision.label(),
                arm,
                decision.treatments());
    }
}
