package io.heed.patterns.definition;

import io.heed.events.yaml.Durations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which orders of stages make sense. */
final class StageOrder {
    private StageOrder() {}

    static void check(String pattern, List<StageDefinition> stages, Window within) {
        require(!stages.isEmpty(), "stages are missing: " + pattern + " (legal: stages: [chat: {event: chat.closed}])");
        require(
                stages.stream().anyMatch(stage -> !stage.isAbsence() && !stage.optional()),
                "a pattern has no stage that must come: " + pattern);
        boolean single = stages.size() == 1 && !stages.get(0).isRepeated();
        boolean stepByStep = stages.stream().skip(1).allMatch(StageOrder::endsByItself)
                && !stages.isEmpty()
                && !stages.get(0).isRepeated();
        require(
                single || stepByStep || !within.equals(Window.NONE),
                "within is missing: " + pattern + " (legal: within: 24h)");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            StageDefinition stage = stages.get(i);
            require(names.add(stage.name()), "a stage's name stands twice: " + stage.name());
            require(
                    (i == 0) == (stage.contiguity() == Contiguity.FIRST),
                    i == 0
                            ? "the first stage has no event: " + stage.name() + " (legal: event: chat.closed)"
                            : "only the first stage has event: " + stage.name()
                                    + " (legal: followed-by: call.started)");
            if (stage.withinMillis() > 0) {
                checkStepBefore(stages.subList(0, i), stage);
            }
            if (i > 0) {
                checkPair(stages.get(i - 1), stage);
            }
        }
    }

    /** Checks the windows of single stages against that of the whole pattern, 0 where it has none. */
    static void checkStepWindows(List<StageDefinition> stages, long wholeMillis) {
        for (int i = 0; i < stages.size(); i++) {
            StageDefinition stage = stages.get(i);
            boolean ends = i == stages.size() - 1 && stage.contiguity() == Contiguity.NOT_FOLLOWED_BY;
            require(
                    stage.withinMillis() == 0 || !stage.isAbsence() || ends,
                    "an absence has a within of its own only at the end of a pattern: " + stage.name());
            require(
                    wholeMillis == 0 || stage.withinMillis() <= wholeMillis,
                    "within of stage " + stage.name() + " is longer than that of the whole pattern: "
                            + Durations.format(stage.withinMillis()) + " (legal: at most "
                            + Durations.format(wholeMillis) + ")");
        }
    }

    /** The time since the event before is only sure where exactly one event stands there. */
    private static void checkStepBefore(List<StageDefinition> before, StageDefinition stage) {
        List<StageDefinition> holding =
                before.stream().filter(earlier -> !earlier.isAbsence()).toList();
        StageDefinition last = holding.get(holding.size() - 1);
        require(
                !stage.optional() && !last.optional() && !last.isRepeated(),
                "within of stage " + stage.name() + " counts from the event before it, so neither of them is optional"
                        + " and " + last.name() + " comes once (legal: a condition such as " + stage.name()
                        + ".time - " + last.name() + ".time < duration('1h'))");
    }

    /** Whether a stage has a window of its own, so that nothing stays open for ever at it. */
    private static boolean endsByItself(StageDefinition stage) {
        return stage.withinMillis() > 0;
    }

    private static void checkPair(StageDefinition before, StageDefinition stage) {
        require(
                !before.isAbsence() || !stage.isAbsence(),
                "two absences stand side by side: " + before.name() + " and " + stage.name()
                        + " (legal: not-followed-by: [addon.used, addon.cancelled])");
        require(
                !before.optional() || !stage.isAbsence(),
                "an absence follows an optional stage: " + stage.name() + " (legal: two patterns, with and without "
                        + before.name() + ")");
        require(
                !before.repetition().greedy() || !stage.optional(),
                "an optional stage follows a greedy one: " + stage.name());
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
