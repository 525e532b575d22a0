package io.heed.benchmarks.traffic;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes up the events of a plan, one after another in order of time. Customers act in bursts with a theme; a new burst
 * begins whenever no event of an earlier one is due.
 */
public final class Traffic {
    private final TrafficPlan plan;
    private final EventCatalogue catalogue;
    private final Map<String, EventType> types = new HashMap<>();
    private final SplittableRandom random;
    private final SplittableRandom hotRandom;
    private final PriorityQueue<Planned> pending = new PriorityQueue<>(Planned.BY_TIME);
    private final List<Planned> hotPending = new ArrayList<>();
    private long orders;
    private long hotOrders;
    private long made;
    private long hotMade;

    /** The traffic of a plan, from its beginning. */
    public Traffic(TrafficPlan plan, EventCatalogue catalogue) {
        this.plan = plan;
        this.catalogue = catalogue;
        this.random = new SplittableRandom(plan.seed());
        this.hotRandom = new SplittableRandom(plan.seed() + 1);
    }

    /** The next event; there are as many as the plan says. */
    public CareEvent next() {
        long now = plan.timeOf(made);
        long hot = plan.timeOfHot(hotMade);
        if (hot < now || made >= plan.events()) {
            return nextHot(hot);
        }
        made++;
        Planned head = pending.peek();
        if (head == null || head.atMillis() > now) {
            String customer = "c" + random.nextInt(plan.customers());
            orders = new Burst(random, customer, now, orders, pending::add).plan();
        }
        return event(pending.remove(), "e" + made, now);
    }

    /** The hot customer does in an hour what many do in months: whole bursts, one after another. */
    private CareEvent nextHot(long now) {
        hotMade++;
        if (hotPending.isEmpty()) {
            hotOrders = new Burst(hotRandom, TrafficPlan.HOT_CUSTOMER, now, hotOrders, hotPending::add).plan();
        }
        return event(hotPending.remove(0), "h" + hotMade, now);
    }

    private CareEvent event(Planned planned, String id, long now) {
        EventType type = types.computeIfAbsent(planned.type(), catalogue::require);
        @Nullable
        Object[] row = TrafficTypes.hasOutcome(type)
                ? new Object[] {planned.reference(), planned.kind(), planned.amount(), planned.outcome()}
                : new Object[] {planned.reference(), planned.kind(), planned.amount()};
        return new CareEvent(type, id, "made-up", planned.customer(), now, now, CareEvent.NO_SEQUENCE, row);
    }
}
