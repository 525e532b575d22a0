package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import io.heed.replay.simulation.life.Treatment;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.util.List;

/**
 * Care that reaches customers: it shows as a message and its outcome, makes a contact about its cause less likely
 * (which {@code Contacts} sees to), ends forgotten add-ons, and at times puzzles who had no such problem.
 */
final class Care implements Happening {
    private static final double ADVICE_TAKEN = 0.5;
    private static final double PUZZLED = 0.03;

    @Override
    public void plan(Life life) {
        life.diary().treatments().forEach(treatment -> life.diary().at(treatment.time(), () -> reach(life, treatment)));
    }

    private static void reach(Life life, Treatment treatment) {
        Diary diary = life.diary();
        Chance chance = diary.chance("care-" + treatment.play(), treatment.time());
        String trigger = treatment.play() + "-" + treatment.customer() + "-"
                + treatment.time().getEpochSecond();
        List<Problem> problems = diary.openProblems(treatment.cause());
        diary.record(
                "outreach.sent",
                treatment.time(),
                Payload.of("channel", "sms")
                        .with("purpose", "service")
                        .with("topic", treatment.cause())
                        .with("system", "heed")
                        .with("triggerId", trigger));
        diary.record(
                "care.outcome",
                treatment.time().plusSeconds(60),
                Payload.of("triggerId", trigger)
                        .with("outcome", problems.isEmpty() ? "wrong-reason" : "reached")
                        .with("channel", "sms"));
        if (problems.isEmpty() && chance.happens(PUZZLED)) {
            Problem puzzle = diary.open(Cause.QUESTION, treatment.time()).fact("play", treatment.play());
            life.contacts().consider(puzzle, treatment.time(), Duration.ofHours(6), 1);
        }
        problems.stream()
                .filter(problem -> problem.cause() == Cause.FORGOTTEN_ADDON)
                .filter(problem -> chance.happens(ADVICE_TAKEN))
                .forEach(problem -> problem.solve(treatment.time().plusSeconds(600)));
    }
}
