package io.heed.jobs.workspace;

import io.heed.models.target.Targets;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.patterns.definition.StageDefinition;
import io.heed.triggers.play.SignalCatalogue;
import io.heed.triggers.play.StageShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The patterns and models of a workspace, as plays see them. */
final class Signals implements SignalCatalogue {
    private final PatternDefinitions patterns;
    private final Targets targets;
    private final Map<String, String> targetOfModel;

    Signals(PatternDefinitions patterns, Targets targets, Map<String, String> targetOfModel) {
        this.patterns = patterns;
        this.targets = targets;
        this.targetOfModel = targetOfModel;
    }

    @Override
    public @Nullable Map<String, StageShape> stages(String pattern) {
        PatternDefinition definition = patterns.find(pattern);
        if (definition == null) {
            return null;
        }
        Map<String, StageShape> stages = new LinkedHashMap<>();
        for (StageDefinition stage : definition.stages()) {
            if (!stage.isAbsence()) {
                List<String> types = new ArrayList<>(stage.accepts().types());
                stages.put(stage.name(), new StageShape(types, stage.isRepeated() || stage.optional()));
            }
        }
        return stages;
    }

    @Override
    public @Nullable String decisionType(String model) {
        String target = targetOfModel.get(model);
        return target == null ? null : targets.require(target).decision();
    }

    @Override
    public Collection<String> patterns() {
        return patterns.all().stream().map(PatternDefinition::name).toList();
    }

    @Override
    public Collection<String> models() {
        return targetOfModel.keySet();
    }
}
