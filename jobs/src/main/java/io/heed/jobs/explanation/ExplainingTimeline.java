package io.heed.jobs.explanation;

import io.heed.events.CareEvent;
import io.heed.events.change.Change;
import io.heed.features.Completeness;
import io.heed.features.FeatureExplainer;
import io.heed.jobs.customer.CustomerTimeline;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A customer's timeline that is stopped at one instant, before anything of that instant is handled, to be explained. */
public final class ExplainingTimeline implements CustomerTimeline {
    private final CustomerTimeline stages;
    private final FeatureExplainer explainer;
    private final long timeMillis;
    private boolean isReached;

    /**
     * A timeline around another.
     *
     * @param explainer who looks at the features of that other one
     * @param timeMillis the instant to explain
     */
    public ExplainingTimeline(CustomerTimeline stages, FeatureExplainer explainer, long timeMillis) {
        this.stages = stages;
        this.explainer = explainer;
        this.timeMillis = timeMillis;
    }

    @Override
    public void onEvent(CareEvent event) {
        reach(event.dueMillis());
        stages.onEvent(event);
    }

    @Override
    public void onLate(CareEvent event, long nowMillis) {
        reach(nowMillis);
        stages.onLate(event, nowMillis);
    }

    @Override
    public @Nullable String adopt(Change change) {
        return stages.adopt(change);
    }

    @Override
    public void settle(long passedMillis) {
        stages.settle(passedMillis);
    }

    @Override
    public void visit(long untilMillis) {
        reach(untilMillis);
        stages.visit(untilMillis);
    }

    @Override
    public SortedMap<String, Long> runningSince(long untilMillis) {
        return stages.runningSince(untilMillis);
    }

    @Override
    public void resume(SortedMap<String, Long> ranSince, long untilMillis) {
        stages.resume(ranSince, untilMillis);
    }

    @Override
    public SortedMap<String, Completeness> features() {
        return stages.features();
    }

    @Override
    public void advanceTo(long untilMillis) {
        reach(untilMillis);
        stages.advanceTo(untilMillis);
    }

    /** The instant itself is due, so that a silent customer is woken for it. */
    @Override
    public long nextDueMillis() {
        return isReached ? stages.nextDueMillis() : Math.min(timeMillis, stages.nextDueMillis());
    }

    @Override
    public int openDeadlines() {
        return stages.openDeadlines();
    }

    private void reach(long nowMillis) {
        isReached |= nowMillis >= timeMillis;
        explainer.reach(nowMillis);
    }
}
