package io.heed.triggers.decision;

import io.heed.events.change.Lineup;
import io.heed.events.change.RunMode;
import io.heed.events.change.Running;
import io.heed.triggers.arbitration.Holds;
import io.heed.triggers.arbitration.Rests;
import io.heed.triggers.cases.CaseFile;
import io.heed.triggers.cases.PastTriggers;
import io.heed.triggers.play.CompiledPlay;
import io.heed.triggers.play.Play;
import io.heed.triggers.play.Policy;
import io.heed.triggers.profile.MessageHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The plays that run at a time, and what judges by them.
 *
 * @param plays the plays in force, by name; open cases go by these, whatever version raised them
 */
record Playbook(
        SortedMap<String, CompiledPlay> plays,
        Appraisal appraisal,
        CaseWork work,
        LaterEvents laterEvents,
        Outcomes outcomes,
        Arbitration arbitration) {
    /** A play and how it runs. */
    record Candidate(CompiledPlay play, RunMode mode) {}

    /** What every playbook of a customer works on. */
    record Desk(CaseFile cases, PastTriggers past, Rests rests, MessageHistory messages, Holds holds) {}

    static Playbook of(
            Lineup<Play> lineup, Function<Play, CompiledPlay> compiler, Policy policy, Desk desk, long liveFromMillis) {
        List<Candidate> candidates = new ArrayList<>();
        SortedMap<String, CompiledPlay> inForce = new TreeMap<>();
        for (Running<Play> running : lineup.running()) {
            CompiledPlay play = compiler.apply(running.definition());
            if (running.begins()) {
                candidates.add(new Candidate(play, running.mode()));
            }
            if (running.isInForce()) {
                inForce.put(running.name(), play);
            }
        }
        CaseWork work = new CaseWork(policy, inForce, desk.cases(), desk.past(), desk.rests(), desk.messages());
        return new Playbook(
                inForce,
                new Appraisal(policy, candidates, liveFromMillis),
                work,
                new LaterEvents(policy, inForce, desk.cases(), work),
                new Outcomes(policy, inForce, desk.cases(), desk.past(), desk.rests(), work),
                new Arbitration(desk.cases(), desk.holds(), work));
    }
}
