package io.heed.jobs.workspace;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.Workspace;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.triggers.play.PlayDefinitions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The models that plays name before they are trained. Whoever exports rows for the first model of a workspace, or trains
 * it, takes the plays' signals as those of a model that is still to come.
 */
public final class ComingModels {
    private ComingModels() {}

    /**
     * Each model that a play names, with the target that it is going to predict: the one of its own name where that is
     * wanted, else the first.
     *
     * @param wantedTargets the targets that rows are wanted for, at least one
     */
    public static Map<String, String> of(Workspace workspace, List<String> wantedTargets) {
        Map<String, String> targetOfModel = new TreeMap<>();
        for (DefinitionFile file : workspace.definitions(PlayDefinitions.FOLDER)) {
            for (YamlValue play : entries(file)) {
                String model = model(play);
                if (model != null) {
                    targetOfModel.put(model, wantedTargets.contains(model) ? model : wantedTargets.get(0));
                }
            }
        }
        return targetOfModel;
    }

    /** The plays of a file; what is wrong with it is said when it is loaded. */
    private static List<YamlValue> entries(DefinitionFile file) {
        YamlMapping top = YamlFile.read(file.name(), file.text(), new Problems());
        YamlMapping plays = top == null ? null : mapping(top.find("plays"));
        return plays == null ? List.of() : List.copyOf(plays.entries().values());
    }

    private static @Nullable String model(YamlValue play) {
        YamlMapping body = mapping(play);
        YamlMapping signal = body == null ? null : mapping(body.find("signal"));
        return signal == null ? null : signal.findText("model");
    }

    private static @Nullable YamlMapping mapping(@Nullable YamlValue value) {
        return value == null ? null : value.mapping();
    }
}
