package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.conversations.Topics;
import io.heed.replay.simulation.life.Cause;
import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.life.Problem;
import java.time.Duration;
import java.time.Instant;

/** Questions that come up without anything having gone wrong. */
final class Questions implements Happening {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofDays(260);
    private static final Duration MEAN_THOUGHT = Duration.ofHours(10);
    private static final double ASKS = 0.8;

    /** The contacts to be expected of questions that have not come up yet. */
    static double expected(Unforeseen unforeseen) {
        return unforeseen.about(BETWEEN_QUESTIONS, MEAN_THOUGHT, ASKS);
    }

    @Override
    public void plan(Life life) {
        Chance chance = life.diary().chance("questions");
        life.diary().repeatedly(chance, BETWEEN_QUESTIONS, time -> ask(life, time, chance));
    }

    private static void ask(Life life, Instant time, Chance chance) {
        Diary diary = life.diary();
        Problem problem = diary.open(Cause.QUESTION, chance.pick(Topics.QUESTIONS), time);
        diary.passes(problem, time.plus(Duration.ofDays(12)));
        life.contacts().consider(problem, time, MEAN_THOUGHT, ASKS);
    }
}
