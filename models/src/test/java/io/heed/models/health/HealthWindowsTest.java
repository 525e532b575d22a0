package io.heed.models.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.state.Codec;
import io.heed.models.health.HealthStreams.Happening;
import io.heed.models.label.JudgedScore;
import io.heed.models.prediction.Prediction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Windows counted by several tasks, with restarts in between, against going through everything that happened. */
class HealthWindowsTest {
    private static final long LENGTH = 100;
    private static final HealthWindows WINDOWS = new HealthWindows(LENGTH, 6, 3);
    private static final HealthJudge JUDGE = new HealthJudge(HealthLimits.USUAL, 6);

    @Property(tries = 60)
    void howeverManyTasksCountAndHoweverOftenTheyRestartTheWindowsAreTheSame(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Happening> happenings = HealthStreams.random(random, 400, 1 + random.nextInt(40));

        assertThat(run(happenings, 1 + random.nextInt(4), random)).isEqualTo(expected(happenings));
    }

    @Test
    void aVersionThatIsGoneIsNotCounted() {
        HealthCounting counting = new HealthCounting(WINDOWS, serving -> null);
        for (Happening happening : HealthStreams.random(new Random(1), 50, 10)) {
            add(counting, happening);
        }
        assertThat(counting.closeUntil(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void whatComesAfterItsWindowWasClosedCountsInTheNext() {
        HealthCounting counting = new HealthCounting(WINDOWS, serving -> HealthStreams.TRAINED);
        Happening early = HealthStreams.random(new Random(2), 1, 1).get(0);
        counting.closeUntil(4_050);

        add(counting, early);

        assertThat(counting.closeUntil(Long.MAX_VALUE))
                .extracting(HealthPart::fromMillis)
                .containsExactly(4_000L);
    }

    @Test
    void countsOfAVersionWhoseFilesWereReplacedBeginAnew() {
        TrainedVersion first = HealthStreams.TRAINED;
        TrainedVersion second = new TrainedVersion(
                "other",
                first.target(),
                0.5,
                List.of("contacts"),
                first.features().subList(0, 1),
                first.score(),
                9);
        Happening one = HealthStreams.random(new Random(2), 1, 1).get(0);
        HealthCounting before = new HealthCounting(WINDOWS, serving -> first);
        add(before, one);
        HealthCounting after = new HealthCounting(WINDOWS, serving -> second);
        before.parts().forEach(after::restore);
        add(after, one);

        assertThat(after.parts()).hasSize(1).allMatch(part -> part.isOf(second));
    }

    private static List<String> run(List<Happening> happenings, int tasks, Random random) throws IOException {
        List<HealthCounting> counting = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            counting.add(new HealthCounting(WINDOWS, serving -> HealthStreams.TRAINED));
        }
        Map<Serving, HealthHistory> histories = new HashMap<>();
        TreeSet<Long> timers = new TreeSet<>();
        List<ModelHealth> found = new ArrayList<>();
        for (Happening happening : happenings) {
            if (random.nextInt(5) == 0) {
                pass(happening.timeMillis() - 1, counting, histories, timers, found);
            }
            if (random.nextInt(20) == 0) {
                restart(counting, histories, random);
            }
            add(counting.get(random.nextInt(tasks)), happening);
        }
        pass(Long.MAX_VALUE, counting, histories, timers, found);
        assertThat(histories)
                .allSatisfy((serving, history) -> assertThat(history.isEmpty()).isTrue());
        return lines(found);
    }

    private static void pass(
            long timeMillis,
            List<HealthCounting> counting,
            Map<Serving, HealthHistory> histories,
            NavigableSet<Long> timers,
            List<ModelHealth> found) {
        for (HealthCounting task : counting) {
            for (HealthPart part : task.closeUntil(timeMillis)) {
                HealthHistory history = histories.computeIfAbsent(part.serving(), fresh -> new HealthHistory());
                timers.addAll(history.add(part, WINDOWS));
            }
        }
        while (!timers.isEmpty() && timers.first() <= timeMillis) {
            long due = timers.pollFirst();
            histories
                    .values()
                    .forEach(history ->
                            found.addAll(history.judgeUntil(due, WINDOWS, JUDGE, serving -> HealthStreams.TRAINED)));
        }
    }

    /** Every part goes to any task, as operator state does. */
    private static void restart(List<HealthCounting> counting, Map<Serving, HealthHistory> histories, Random random)
            throws IOException {
        List<HealthPart> parts = new ArrayList<>();
        for (HealthCounting task : counting) {
            for (HealthPart part : task.parts()) {
                parts.add(copy(HealthPart.CODEC, part));
            }
        }
        counting.replaceAll(task -> new HealthCounting(WINDOWS, serving -> HealthStreams.TRAINED));
        parts.forEach(part -> counting.get(random.nextInt(counting.size())).restore(part));
        for (Map.Entry<Serving, HealthHistory> history : histories.entrySet()) {
            history.setValue(copy(HealthHistory.CODEC, history.getValue()));
        }
    }

    private static <T> T copy(Codec<T> codec, T value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(value, new DataOutputStream(bytes));
        return codec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), codec.version());
    }

    /** Window after window, each version for itself, everything in it gone through again. */
    private static List<String> expected(List<Happening> happenings) {
        Map<Serving, TreeMap<Long, List<Happening>>> byWindow = new TreeMap<>();
        for (Happening happening : happenings) {
            byWindow.computeIfAbsent(happening.serving(), fresh -> new TreeMap<>())
                    .computeIfAbsent(Math.floorDiv(happening.timeMillis(), LENGTH), fresh -> new ArrayList<>())
                    .add(happening);
        }
        List<ModelHealth> all = new ArrayList<>();
        byWindow.forEach((serving, windows) -> {
            List<Happening> together = new ArrayList<>();
            long first = Long.MIN_VALUE;
            for (long window = windows.firstKey(); window <= windows.lastKey() + 3; window++) {
                List<Happening> more = windows.getOrDefault(window, List.of());
                if (together.isEmpty()) {
                    first = window;
                }
                together.addAll(more);
                long predictions = together.stream()
                        .filter(one -> one.prediction() != null)
                        .count();
                boolean ends = (!more.isEmpty() && predictions >= 6) || window - first + 1 == 3;
                if (!together.isEmpty() && ends) {
                    all.add(judged(serving, first * LENGTH, (window + 1) * LENGTH, together));
                    together.clear();
                }
            }
        });
        return lines(all);
    }

    private static ModelHealth judged(Serving serving, long from, long to, List<Happening> happenings) {
        HealthCounts counts = HealthCounts.none(HealthStreams.TRAINED);
        for (Happening happening : happenings) {
            Prediction prediction = happening.prediction();
            JudgedScore judged = happening.judged();
            if (prediction != null) {
                counts.add(prediction, HealthStreams.TRAINED);
            } else if (judged != null) {
                counts.add(judged);
            }
        }
        return JUDGE.judge(serving, HealthStreams.TRAINED, from, to, counts);
    }

    private static void add(HealthCounting counting, Happening happening) {
        Prediction prediction = happening.prediction();
        JudgedScore judged = happening.judged();
        if (prediction != null) {
            counting.add(prediction, happening.timeMillis());
        } else if (judged != null) {
            counting.add(judged);
        }
    }

    private static List<String> lines(List<ModelHealth> found) {
        return found.stream()
                .sorted(Comparator.comparing(ModelHealth::serving).thenComparingLong(ModelHealth::fromMillis))
                .map(ModelHealthJson::write)
                .toList();
    }
}
