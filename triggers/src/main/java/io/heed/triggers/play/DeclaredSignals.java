package io.heed.triggers.play;

import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.patterns.definition.StageDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of a workspace and its models.
 *
 * @param decisionTypes the event type at which each model scores, by the model's name
 */
public record DeclaredSignals(PatternDefinitions declared, SortedMap<String, String> decisionTypes)
        implements SignalCatalogue {
    /** Copies the map. */
    public DeclaredSignals {
        decisionTypes = new TreeMap<>(decisionTypes);
    }

    @Override
    public @Nullable Map<String, StageShape> stages(String pattern) {
        PatternDefinition definition = declared.find(pattern);
        if (definition == null) {
            return null;
        }
        Map<String, StageShape> stages = new TreeMap<>();
        for (StageDefinition stage : definition.stages()) {
            if (!stage.contiguity().isAbsence()) {
                List<String> types = stage.accepts().types();
                stages.put(
                        stage.name(), new StageShape(types, !stage.repetition().isOnce()));
            }
        }
        return stages;
    }

    @Override
    public @Nullable String decisionType(String model) {
        return decisionTypes.get(model);
    }

    @Override
    public Collection<String> patterns() {
        return declared.all().stream().map(PatternDefinition::name).toList();
    }

    @Override
    public Collection<String> models() {
        return decisionTypes.keySet();
    }
}
