package io.heed.models.packaging;

import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelFeature;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page that tells people what a packaged model is and how it does on the test part. */
final class ModelCard {
    private ModelCard() {}

    static String of(ModelContract contract, TrainedOn rows) {
        return "# " + contract.model() + " " + contract.version() + "\n\n"
                + (contract.description().isEmpty() ? "" : contract.description() + "\n\n")
                + "## Learned from\n\n"
                + rows.train().size() + " decisions (" + rows.train().positives() + " positive), tested on "
                + rows.test().size() + " (" + rows.test().positives() + " positive).\n\n"
                + table("fact", contract.training().facts())
                + "\n## Quality on the test part\n\n"
                + table("figure", contract.training().metrics())
                + "\nThreshold: " + contract.threshold() + "\n"
                + "\n## Features\n\n| feature | unit | absent in training | the model then gets |\n"
                + "| --- | --- | --- | --- |\n"
                + features(contract, rows);
    }

    private static String table(String of, Map<String, String> values) {
        return "| " + of + " | value |\n| --- | --- |\n"
                + values.entrySet().stream()
                        .map(entry -> "| " + entry.getKey() + " | " + entry.getValue() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String features(ModelContract contract, TrainedOn rows) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < contract.features().size(); i++) {
            ModelFeature feature = contract.features().get(i);
            int absent = rows.train().size() - rows.train().present(i).length;
            lines.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f %% | %s |%n",
                    feature.name(),
                    feature.unit(),
                    100.0 * absent / rows.train().size(),
                    Double.isNaN(feature.absent()) ? "nan" : String.valueOf(feature.absent())));
        }
        return lines.toString();
    }
}
