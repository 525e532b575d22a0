package io.heed.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.ValueType;
import io.heed.patterns.definition.ConditionScopes;
import io.heed.patterns.definition.EventTest;
import io.heed.patterns.definition.Parameter;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.StageDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedConditionsTest {
    private final ConditionScopes scopes = new ConditionScopes(Telco.CATALOGUE, Telco.FEATURES);
    private final List<String> asClosures = new ArrayList<>();
    private final List<String> leftToCel = new ArrayList<>();

    @Test
    void everyConditionOfTheShippedPatternsRunsAsClosures() {
        Telco.PATTERNS.all().forEach(this::compile);

        assertThat(leftToCel).isEmpty();
        assertThat(asClosures).hasSizeGreaterThan(20);
    }

    private void compile(PatternDefinition pattern) {
        Collection<Parameter> parameters = pattern.parameters().values();
        List<StageDefinition> before = new ArrayList<>();
        for (StageDefinition stage : pattern.stages()) {
            compile(stage.accepts(), scopes.ofStage(before, stage, parameters));
            EventTest until = stage.until();
            if (until != null) {
                compile(until, scopes.ofUntil(before, stage, until, parameters));
            }
            before.add(stage);
        }
    }

    private void compile(EventTest test, ExpressionCompiler compiler) {
        String where = test.where();
        if (where != null) {
            (compiler.compile(where, ValueType.CONDITION).runsAsClosures() ? asClosures : leftToCel).add(where);
        }
    }
}
