package io.heed.models.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelFeature;
import io.heed.models.repository.ModelOutput;
import java.util.Locale;

/** Writes a contract of a tabular model as model.yaml; texts stand in the quotes of JSON, which YAML reads as well. */
final class ContractText {
    private static final JsonMapper JSON = new JsonMapper();

    private final StringBuilder lines = new StringBuilder();

    private ContractText() {}

    static String of(ModelContract contract) {
        ContractText text = new ContractText();
        text.write(contract);
        return text.lines.toString();
    }

    private void write(ModelContract contract) {
        line("model: " + contract.model());
        line("version: " + contract.version());
        line("kind: " + lower(contract.kind()));
        line("description: " + quoted(contract.description()));
        line("target: " + contract.target());
        line("inputs:");
        line("  kind: " + lower(contract.inputs()));
        line("features:");
        contract.features().forEach(this::write);
        write(contract.output());
        line("threshold: " + contract.threshold());
        line("explain-from: " + contract.explainFrom());
        line("self-test: {tolerance: " + plain(contract.selfTestTolerance()) + "}");
        line("training:");
        contract.training().facts().forEach((name, fact) -> line("  " + name + ": " + quoted(fact)));
        line("  metrics:");
        contract.training().metrics().forEach((name, figure) -> line("    " + name + ": " + figure));
    }

    private void write(ModelFeature feature) {
        line("- name: " + feature.name());
        line("  definition: " + quoted(feature.definition()));
        line("  unit: " + quoted(feature.unit()));
        line("  absent: " + (Double.isNaN(feature.absent()) ? "nan" : plain(feature.absent())));
        if (!feature.input().equals(feature.name())) {
            line("  input: " + quoted(feature.input()));
        }
    }

    private void write(ModelOutput output) {
        line("output:");
        if (output.name() != null) {
            line("  name: " + quoted(output.name()));
        }
        line("  kind: " + lower(output.kind()));
        if (!output.classes().isEmpty()) {
            line("  classes: "
                    + output.classes().stream().map(ContractText::quoted).toList());
        }
        line("  class: " + quoted(output.positive()));
    }

    private void line(String text) {
        lines.append(text).append('\n');
    }

    /** Without an exponent, which YAML would read as text. */
    private static String plain(double number) {
        return new java.math.BigDecimal(Double.toString(number)).toPlainString();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a text can be written", impossible);
        }
    }
}
