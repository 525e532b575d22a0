package io.heed.triggers.play;

import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;

/** Reads reasons and their sentences. */
final class ReasonReader {
    private ReasonReader() {}

    /** All reasons of a play. */
    static List<ReasonRule> reasons(YamlMapping body, ExpressionCompiler compiler) {
        YamlValue at = body.require("reasons", "[{code: bill-higher, sentence: The bill is higher than usual.}]");
        List<ReasonRule> rules = new ArrayList<>();
        if (at == null) {
            return rules;
        }
        for (YamlValue item : at.list()) {
            YamlMapping mapping = item.mapping();
            if (mapping != null) {
                rules.add(reason(mapping, compiler));
                mapping.rejectUnknownKeys();
            }
        }
        if (!rules.isEmpty() && !rules.get(rules.size() - 1).when().isEmpty()) {
            at.problem("last reason has a condition, so that none may hold (legal: - {code: other, sentence: ...})");
        }
        return rules;
    }

    /** One reason. */
    static ReasonRule reason(YamlMapping mapping, ExpressionCompiler compiler) {
        YamlValue code = mapping.require("code", "bill-higher");
        YamlValue sentence = mapping.require("sentence", "The bill is {bill.charges:0.00} USD.");
        if (sentence != null) {
            Sentence.check(sentence, compiler);
        }
        return new ReasonRule(
                code == null ? "" : Checks.kebabCase(code, code.text()),
                Checks.condition(mapping.find("when"), compiler, ""),
                sentence == null ? "" : sentence.text(),
                Checks.urgency(mapping));
    }
}
