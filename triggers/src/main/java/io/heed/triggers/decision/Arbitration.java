package io.heed.triggers.decision;

import io.heed.triggers.arbitration.Candidate;
import io.heed.triggers.arbitration.Hold;
import io.heed.triggers.arbitration.Holds;
import io.heed.triggers.cases.CaseFile;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.cases.OpenCase;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides on all grounds of one instant together. A ground for a cause with an open case joins it. Of the others, those
 * that nothing holds back compete, one for each cause; the best is raised and the rest is logged as outranked. What
 * must wait for the end of quiet hours competes then.
 */
final class Arbitration {
    private final CaseFile cases;
    private final Holds holds;
    private final CaseWork work;

    Arbitration(CaseFile cases, Holds holds, CaseWork work) {
        this.cases = cases;
        this.holds = holds;
        this.work = work;
    }

    /**
     * Decides.
     *
     * @param waited cases whose wait is over and that were found still right
     */
    void decide(List<Ground> grounds, List<OpenCase> waited, Sitting sitting) {
        SortedMap<String, List<Ground>> joining = new TreeMap<>();
        SortedMap<String, List<Ground>> opening = new TreeMap<>();
        for (Ground ground : grounds) {
            boolean open = cases.find(ground.cause()) != null;
            Hold hold = open
                    ? holds.ofStanding(ground, sitting.profile())
                    : holds.ofOpening(ground, sitting.profile(), sitting.nowMillis());
            if (hold == null) {
                (open ? joining : opening)
                        .computeIfAbsent(ground.cause(), cause -> new ArrayList<>())
                        .add(ground);
            } else {
                sitting.logHeld(ground, hold);
            }
        }
        joining.values().forEach(joined -> join(joined, sitting));
        List<Candidate> candidates = new ArrayList<>();
        for (List<Ground> one : opening.values()) {
            addCandidate(OpenCase.on(one, sitting.customer(), sitting.control()), false, candidates, sitting);
        }
        for (OpenCase one : waited) {
            addCandidate(cases.find(one.cause()), true, candidates, sitting);
        }
        raiseBest(candidates, sitting);
    }

    private void join(List<Ground> joined, Sitting sitting) {
        OpenCase before = cases.find(joined.get(0).cause());
        Ground led = before == null ? null : before.lead();
        if (before == null || led == null) {
            return;
        }
        OpenCase after = before;
        for (Ground ground : joined) {
            after = after.joinedBy(ground);
        }
        boolean leads = !led.equals(after.lead());
        if (leads || !before.otherPlays().equals(after.otherPlays())) {
            work.update(after, Reason.SIGNAL, joined.get(0).signal().name(), sitting);
        } else {
            cases.put(after);
            joined.forEach(ground ->
                    sitting.log(ground, DecisionOutcome.JOINED, Reason.SAME_CAUSE, "case " + before.triggerId()));
        }
    }

    private void addCandidate(
            @Nullable OpenCase proposed, boolean waited, List<Candidate> candidates, Sitting sitting) {
        Ground lead = proposed == null ? null : proposed.lead();
        if (proposed == null || lead == null) {
            return;
        }
        long earliestMillis = work.earliestMillis(lead, sitting);
        if (earliestMillis > sitting.nowMillis()) {
            work.delay(proposed, lead, earliestMillis, sitting);
        } else {
            candidates.add(new Candidate(proposed, lead, waited));
        }
    }

    private void raiseBest(List<Candidate> candidates, Sitting sitting) {
        candidates.sort(Candidate.RANK);
        for (int i = 1; i < candidates.size(); i++) {
            Candidate outranked = candidates.get(i);
            if (outranked.waited()) {
                cases.remove(outranked.proposed().cause());
            }
            String winner = "by " + candidates.get(0).lead().play();
            outranked
                    .proposed()
                    .grounds()
                    .forEach(ground -> sitting.log(ground, DecisionOutcome.HELD, Reason.OUTRANKED, winner));
        }
        if (!candidates.isEmpty()) {
            Candidate best = candidates.get(0);
            Reason reason = best.waited() ? Reason.QUIET_HOURS_ENDED : Reason.SIGNAL;
            work.raise(
                    best.proposed(), best.lead(), reason, best.lead().signal().name(), sitting);
        }
    }
}
