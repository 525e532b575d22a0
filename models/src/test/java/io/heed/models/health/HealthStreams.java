package io.heed.models.health;

import io.heed.models.label.JudgedScore;
import io.heed.models.label.ServedScore;
import io.heed.models.prediction.Arm;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import io.heed.models.repository.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Invented lives of two versions of a model. */
final class HealthStreams {
    private static final List<Arm> ARMS = List.of(Arm.CHAMPION, Arm.CHALLENGER, Arm.SHADOW);

    static final TrainedVersion TRAINED = new TrainedVersion(
            "hash",
            "repeat-contact",
            0.5,
            List.of("contacts", "ratio"),
            List.of(
                    new Histogram(List.of(0.0, 2.0), List.of(300L, 400L, 200L), 100),
                    new Histogram(List.of(), List.of(1000L), 0)),
            new Histogram(List.of(0.25, 0.5), List.of(500L, 300L, 200L), 0),
            800);

    /** A prediction with the time of its handling, or what came of one. */
    record Happening(
            long timeMillis,
            @Nullable Prediction prediction,
            @Nullable JudgedScore judged) {
        Serving serving() {
            if (prediction != null) {
                return new Serving(prediction.model(), prediction.version(), prediction.arm());
            }
            ServedScore served = Objects.requireNonNull(judged).served();
            return new Serving(served.model(), served.version(), served.arm());
        }
    }

    private HealthStreams() {}

    static List<Happening> random(Random random, int count, int mostMillisApart) {
        List<Happening> happenings = new ArrayList<>();
        long time = random.nextInt(1_000) - 500L;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(mostMillisApart);
            int version = 1 + random.nextInt(2);
            Arm arm = ARMS.get(random.nextInt(3));
            double score = random.nextInt(1_001) / 1_000.0;
            if (random.nextBoolean()) {
                happenings.add(
                        new Happening(time, prediction(random, "C" + random.nextInt(20), version, arm, score), null));
            } else {
                JudgedScore judged = new JudgedScore(
                        new ServedScore("m", version, arm, score, score >= 0.5),
                        time,
                        random.nextDouble() < score,
                        random.nextInt(4) == 0,
                        random.nextInt(10) == 0 ? 2 : 0);
                happenings.add(new Happening(time, null, judged));
            }
        }
        return happenings;
    }

    static Prediction prediction(Random random, String customer, int version, Arm arm, double score) {
        Double contacts = random.nextInt(8) == 0 ? null : (double) random.nextInt(5);
        return new Prediction(
                "m",
                version,
                "hash",
                "repeat-contact",
                customer,
                arm,
                score,
                0.5,
                "e",
                0,
                List.of(new FeatureValue("contacts", contacts), new FeatureValue("ratio", random.nextDouble())),
                0.1,
                List.of());
    }
}
