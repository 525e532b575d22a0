package io.heed.replay.simulation.causes;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.recording.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Ordinary visits to the web site and the app. */
final class Browsing implements Happening {
    private static final long DAYS_BETWEEN_VISITS = 26;
    private static final List<String> PAGES = List.of(
            "home", "home", "account", "bill", "usage", "usage", "add-ons", "plans", "payment", "support", "shop");

    @Override
    public void plan(Life life) {
        Chance chance = life.diary().chance("browsing");
        double habit = life.customer().traits().webHabit();
        Duration between = Duration.ofHours((long) (24 * DAYS_BETWEEN_VISITS / Math.max(0.1, habit)));
        life.diary()
                .repeatedly(chance, between, time -> browse(life, life.diary().awake(time, chance), chance));
    }

    private static void browse(Life life, Instant start, Chance chance) {
        int pages = 1 + chance.weighted(0.6, 0.3, 0.1);
        Instant time = start;
        for (int i = 0; i < pages; i++) {
            int seconds = 3 + (int) chance.exponential(45);
            visit(life, chance.pick(PAGES), time, seconds);
            time = time.plusSeconds(seconds + 2L);
        }
    }

    /** The event of a visit is written when it begins; its dwell is filled in by the web site's own session log. */
    static void visit(Life life, String page, Instant time, int seconds) {
        Payload data = Payload.of("page", page)
                .with("dwell", (double) seconds)
                .with("channel", time.getEpochSecond() % 2 == 0 ? "web" : "app")
                .with("cookie", "ck-" + life.customer().id().substring(1));
        life.diary().record("web.visited", time, data);
    }
}
