package io.heed.benchmarks.language;

import io.heed.benchmarks.memory.ResidentMemory;
import io.heed.jobs.commands.benchmark.Benchmark;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.jobs.commands.benchmark.BenchmarkSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** What understanding a message costs: each stage and the whole path, with one thread and with two, and the memory. */
public final class LanguageBenchmark implements Benchmark {
    private static final String NAME = "language";
    private static final int REPETITIONS = 5;
    private static final int QUICK_REPETITIONS = 3;
    private static final int QUICK_MESSAGES = 200;
    private static final List<Integer> THREADS = List.of(1, 2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "messages per second of each stage of understanding and of the whole path, and the memory";
    }

    @Override
    public void measure(BenchmarkSettings settings, Consumer<BenchmarkRow> rows) throws Exception {
        List<String> all = ServiceMessages.in(settings.workspace());
        List<String> messages = settings.quick() ? all.subList(0, Math.min(QUICK_MESSAGES, all.size())) : all;
        settings.news().accept("loading the models");
        List<Stage> stages = UnderstandingStages.of(settings.workspace(), messages);
        Map<String, List<StageTime>> times = times(settings, stages, messages);
        for (Stage stage : stages) {
            for (int threads : THREADS) {
                rows.accept(row(stage, threads, times.getOrDefault(key(stage, threads), List.of())));
            }
        }
        rows.accept(memory(messages));
    }

    /** All in turn, the order turned round with every repetition; a first one does not count. */
    private static Map<String, List<StageTime>> times(
            BenchmarkSettings settings, List<Stage> stages, List<String> messages) throws Exception {
        int repetitions = settings.quick() ? QUICK_REPETITIONS : REPETITIONS;
        Map<String, List<StageTime>> times = new LinkedHashMap<>();
        List<Stage> order = new ArrayList<>(stages);
        for (int repetition = 0; repetition <= repetitions; repetition++) {
            settings.news().accept("repetition " + repetition + " of " + repetitions);
            for (Stage stage : order) {
                for (int threads : THREADS) {
                    StageTime time = StageTime.of(stage, messages, threads);
                    if (repetition > 0) {
                        times.computeIfAbsent(key(stage, threads), none -> new ArrayList<>())
                                .add(time);
                    }
                }
            }
            Collections.reverse(order);
        }
        return times;
    }

    private static BenchmarkRow row(Stage stage, int threads, List<StageTime> times) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("threads", threads);
        figures.put("messagesPerCpuSecond", Math.round(median(times, StageTime::perCpuSecond)));
        figures.put("messagesPerSecond", Math.round(median(times, StageTime::perSecond)));
        figures.put("cpuMicrosPerMessage", Math.round(1e6 / median(times, StageTime::perCpuSecond)));
        figures.put("repetitions", times.size());
        String measured = key(stage, threads);
        return new BenchmarkRow(NAME, measured, measured, figures);
    }

    private static BenchmarkRow memory(List<String> messages) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("messages", messages.size());
        figures.put("wordsPerMessage", Math.round(10 * ServiceMessages.averageWords(messages)) / 10.0);
        figures.put("heapMegabytesAfterCollection", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        long resident = ResidentMemory.kilobytes();
        if (resident > 0) {
            figures.put("residentMegabytes", resident >> 10);
        }
        return new BenchmarkRow(NAME, "memory", "memory", figures);
    }

    private static String key(Stage stage, int threads) {
        return stage.name() + (threads == 1 ? ", one thread" : ", " + threads + " threads");
    }

    private static double median(List<StageTime> times, ToDoubleFunction<StageTime> figure) {
        double[] sorted = times.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
