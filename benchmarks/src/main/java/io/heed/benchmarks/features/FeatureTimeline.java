package io.heed.benchmarks.features;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.events.timeline.SharedHistory;
import io.heed.features.FeatureDefinitions;
import io.heed.features.FeatureStage;
import io.heed.features.FeatureView;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.Tally;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** A customer's timeline with the feature stage alone on it; every tenth event somebody reads all features. */
public final class FeatureTimeline implements CustomerTimeline {
    /** One event in so many has its features read. */
    public static final int READ_EVERY = 10;

    private final Agenda agenda;
    private final FeatureDefinitions features;
    private final FeatureStage stage;
    private final Tally tally;
    private final DoubleConsumer sums;
    private long events;

    /**
     * A timeline over the state of a job.
     *
     * @param sums takes the sum of the features that are there, whenever they are read
     */
    public FeatureTimeline(
            StateStore state, FeatureDefinitions features, EventCatalogue catalogue, Tally tally, DoubleConsumer sums) {
        this.agenda = new Agenda(state);
        this.features = features;
        this.stage = new FeatureStage(state, agenda.of("features"), features, catalogue, SharedHistory.EMPTY);
        this.tally = tally;
        this.sums = sums;
    }

    @Override
    public void onEvent(CareEvent event) {
        advanceTo(event.dueMillis());
        tally.count(Tally.Fate.HANDLED);
        if (++events % READ_EVERY == 0) {
            sums.accept(sum(stage.at(event.dueMillis(), event)));
        }
        stage.observe(event);
    }

    private double sum(FeatureView view) {
        double sum = 0;
        for (String feature : features.names()) {
            double value = view.value(feature);
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    @Override
    public void onLate(CareEvent event, long nowMillis) {
        throw new IllegalStateException("made-up traffic is in order: " + event);
    }

    @Override
    public void advanceTo(long timeMillis) {
        for (Deadline due = agenda.pollDue(timeMillis); due != null; due = agenda.pollDue(timeMillis)) {
            stage.onDue(due.timeMillis(), due.name());
        }
    }

    @Override
    public long nextDueMillis() {
        @Nullable Deadline next = agenda.next();
        return next == null ? Long.MAX_VALUE : next.timeMillis();
    }

    @Override
    public int openDeadlines() {
        return agenda.open().size();
    }
}
