package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.life.Diary;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;

/**
 * What the truth says of each bill: how likely it was, when it arrived, that a contact would begin within 72 hours of its
 * issue, and whether one did.
 */
final class BillOutcomes {
    private static final Duration HORIZON = Duration.ofDays(3);

    private final Life life;

    BillOutcomes(Life life) {
        this.life = life;
    }

    /** Follows up a bill. */
    void expect(String event, Instant issued, Instant arrived) {
        Diary diary = life.diary();
        Instant until = issued.plus(HORIZON);
        diary.at(arrived, () -> {
            double unforeseen = new Unforeseen(life, arrived, until).contacts();
            double probability = life.contacts().probabilityWithin(arrived, until, unforeseen);
            diary.at(
                    until.plusSeconds(1),
                    () -> diary.truth(truth(event, issued, arrived, probability)
                            .with("contacted", life.contacts().history().contactBetween(arrived, until))));
        });
    }

    private Payload truth(String event, Instant issued, Instant arrived, double probability) {
        return Payload.of("kind", "bill")
                .with("customer", life.customer().id())
                .with("event", event)
                .with("time", issued)
                .with("arrived", arrived)
                .with("probability", Math.rint(probability * 1e6) / 1e6);
    }
}
