package io.heed.patterns.definition;

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
        require(single || !within.equals(Window.NONE), "within is missing: " + pattern + " (legal: within: 24h)");
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
            if (i > 0) {
                checkPair(stages.get(i - 1), stage);
            }
        }
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
