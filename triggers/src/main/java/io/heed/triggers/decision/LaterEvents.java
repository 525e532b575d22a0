package io.heed.triggers.decision;

import io.heed.events.CareEvent;
import io.heed.events.expression.Fields;
import io.heed.triggers.cases.CaseFile;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.cases.OpenCase;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.ChangeKind;
import io.heed.triggers.play.ChangeRule;
import io.heed.triggers.play.CompiledPlay;
import io.heed.triggers.play.Policy;
import io.heed.triggers.play.Said;
import io.heed.triggers.profile.CustomerProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies the plays' rules for later events to open cases: clears-when, expires-when, updates-when, in this order. */
final class LaterEvents {
    private final Policy policy;
    private final Map<String, CompiledPlay> plays;
    private final CaseFile cases;
    private final CaseWork work;
    private final Set<String> types = new HashSet<>();

    LaterEvents(Policy policy, Map<String, CompiledPlay> plays, CaseFile cases, CaseWork work) {
        this.policy = policy;
        this.plays = plays;
        this.cases = cases;
        this.work = work;
        for (CompiledPlay play : plays.values()) {
            play.play().changes().forEach(rule -> types.addAll(rule.events()));
        }
    }

    /** Whether any rule names a type of events. */
    boolean concerns(String eventType) {
        return types.contains(eventType);
    }

    /** Applies the rules to all open cases; a late event only clears. */
    void apply(CareEvent event, Fields features, boolean late, Sitting sitting) {
        for (OpenCase open : cases.all()) {
            apply(open, event, features, late, sitting);
        }
    }

    private void apply(OpenCase open, CareEvent event, Fields features, boolean late, Sitting sitting) {
        CustomerProfile profile = sitting.profile();
        List<Ground> left = new ArrayList<>();
        TriggerStep step = TriggerStep.WITHDRAWN;
        String detail = "";
        for (Ground ground : open.grounds()) {
            CompiledPlay play = plays.get(ground.play());
            ChangeRule cleared = rule(play, ChangeKind.CLEARS, event, ground, features, profile);
            ChangeRule expired = late ? null : rule(play, ChangeKind.EXPIRES, event, ground, features, profile);
            ChangeRule ends = cleared == null ? expired : cleared;
            if (ends == null) {
                left.add(late || play == null ? ground : updated(play, event, ground, features, profile));
            } else if (detail.isEmpty()) {
                step = ends.kind() == ChangeKind.CLEARS ? TriggerStep.WITHDRAWN : TriggerStep.EXPIRED;
                detail = ends.because();
            }
        }
        String because = detail.isEmpty() ? event.type().name() : detail;
        work.goOn(open, left, step, Reason.EVENT, because, sitting);
    }

    private static @Nullable ChangeRule rule(
            @Nullable CompiledPlay play,
            ChangeKind kind,
            CareEvent event,
            Ground ground,
            Fields features,
            CustomerProfile profile) {
        return play == null ? null : play.change(kind, event, ground.signal(), features, profile);
    }

    private Ground updated(
            CompiledPlay play, CareEvent event, Ground ground, Fields features, CustomerProfile profile) {
        Said said =
                play.update(event, ground.signal(), features, profile, profile.zone(policy.timeZone()), ground.said());
        return said == null ? ground : ground.withSaid(said);
    }
}
