package io.heed.benchmarks.features;

import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.features.FeatureDefinitions;
import java.util.List;

/** The fifty features that are measured. */
public final class MeasuredFeatures {
    private static final String FOLDER = "features/definitions";
    private static final String FILE = "features.yaml";
    private static final int ALL = 50;

    private MeasuredFeatures() {}

    /** All of them, over the event types of made-up traffic. */
    public static FeatureDefinitions all(EventCatalogue catalogue) {
        DefinitionFile file = new DefinitionFile(FILE, TrafficTypes.text(MeasuredFeatures.class, FILE));
        FeatureDefinitions features =
                FeatureDefinitions.load(folder -> folder.equals(FOLDER) ? List.of(file) : List.of(), catalogue);
        if (features.names().size() != ALL) {
            throw new IllegalStateException(
                    "features are not " + ALL + ": " + features.names().size());
        }
        return features;
    }
}
