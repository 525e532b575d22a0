package io.heed.models.label;

import io.heed.events.CareEvent;
import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.StageAgenda;
import io.heed.models.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the decisions of the customer at hand until their labels are known, each with what was known or said then. A
 * decision that could not be labelled for certain, because intake was not complete, is not kept.
 *
 * @param <K> what is kept of a decision: the feature values for a training set, or the scores that were served
 */
public final class LabelJoin<K> {
    private static final String MATURE = "mature";

    private final Target target;
    private final Cell<List<PendingDecision<K>>> pending;
    private final StageAgenda agenda;

    /**
     * A join for one target.
     *
     * @param name the name of its state, such as {@code labels.repeat-contact}
     */
    public LabelJoin(StateStore state, StageAgenda agenda, Target target, String name, Codec<K> known) {
        this.target = target;
        this.agenda = agenda;
        this.pending = state.cell(name, Codecs.listOf(PendingDecision.codec(known)));
    }

    /** The target whose labels are joined. */
    public Target target() {
        return target;
    }

    /**
     * Takes an event in: it may label earlier decisions, treat them, or be a decision itself.
     *
     * @param known what to keep where the event is a decision, asked only then; null to keep nothing
     */
    public void onEvent(CareEvent event, Supplier<@Nullable K> known) {
        String type = event.type().name();
        if (target.labels().contains(type)) {
            change(event, decision -> isRepeat(decision, event) ? decision.labelled() : decision);
        }
        if (type.equals("outreach.sent") && event.text("triggerId") != null) {
            change(event, PendingDecision::treated);
        }
        if (type.equals(target.decision()) && target.isKnowable(event.timeMillis())) {
            K kept = known.get();
            if (kept != null) {
                keep(event, kept);
            }
        }
    }

    /** The decisions whose labels are known at a time. */
    public List<LabelledDecision<K>> onDue(long timeMillis) {
        List<LabelledDecision<K>> labelled = new ArrayList<>();
        List<PendingDecision<K>> open = new ArrayList<>();
        for (PendingDecision<K> decision : pendingDecisions()) {
            if (target.maturesAtMillis(decision.timeMillis()) < timeMillis) {
                labelled.add(new LabelledDecision<>(
                        decision.timeMillis(), decision.known(), decision.label(), decision.treatments()));
            } else {
                open.add(decision);
            }
        }
        store(open);
        return labelled;
    }

    /** Forgets the customer. */
    public void clear() {
        pending.clear();
    }

    private void change(CareEvent event, UnaryOperator<PendingDecision<K>> change) {
        List<PendingDecision<K>> decisions = pendingDecisions();
        if (decisions.isEmpty()) {
            return;
        }
        List<PendingDecision<K>> changed = new ArrayList<>();
        for (PendingDecision<K> decision : decisions) {
            boolean counts = target.isWithinHorizon(decision.timeMillis(), event.timeMillis());
            changed.add(counts ? change.apply(decision) : decision);
        }
        store(changed);
    }

    private boolean isRepeat(PendingDecision<K> decision, CareEvent event) {
        String conversation = conversation(event);
        return conversation.isEmpty() || !conversation.equals(decision.conversation());
    }

    private void keep(CareEvent event, K known) {
        List<PendingDecision<K>> decisions = new ArrayList<>(pendingDecisions());
        decisions.add(new PendingDecision<>(event.timeMillis(), conversation(event), known, false, 0));
        store(decisions);
    }

    private String conversation(CareEvent event) {
        String field = target.conversation();
        String conversation = field == null ? null : event.text(field);
        return conversation == null ? "" : conversation;
    }

    private void store(List<PendingDecision<K>> decisions) {
        if (decisions.isEmpty()) {
            pending.clear();
            return;
        }
        pending.set(decisions);
        // an event at the very end of the horizon still counts, and a deadline comes before events of its time
        agenda.set(MATURE, target.maturesAtMillis(decisions.get(0).timeMillis()) + 1);
    }

    private List<PendingDecision<K>> pendingDecisions() {
        List<PendingDecision<K>> decisions = pending.get();
        return decisions == null ? List.of() : decisions;
    }
}
