package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import io.heed.events.expression.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The features that Heed ships for a telco. */
class TelcoFeaturesTest {
    private final Workspace workspace = Workspace.local(Path.of(".."));
    private final EventCatalogue catalogue = EventCatalogue.load(workspace);
    private final FeatureDefinitions features = FeatureDefinitions.load(workspace, catalogue);

    @Test
    void holdTheNineSignsOfHowACustomerFeels() {
        assertThat(features.all().stream()
                        .filter(feature -> feature.description().startsWith("Sign of how a customer feels"))
                        .map(FeatureDefinition::name))
                .containsExactlyInAnyOrder(
                        "call_centre_minutes_30d",
                        "account_page_minutes_30d",
                        "calls_dropped_7d",
                        "bill_peak_ratio_180d",
                        "unused_from_salesman",
                        "replies_to_messages_90d",
                        "contact_trend",
                        "lines_added_180d",
                        "relation_days");
    }

    @Test
    void eachSaysWhatItIsInWhichUnit() {
        assertThat(features.all()).hasSizeGreaterThan(40).allSatisfy(feature -> {
            assertThat(feature.description()).endsWith(".");
            assertThat(feature.unit()).isNotEmpty();
        });
    }

    @Test
    void everyExpressionRunsAsClosures() {
        List<Expression> expressions = new ArrayList<>();
        for (FeatureDefinition feature : features.all()) {
            if (feature.calculation() instanceof Calculation.Derived derived) {
                ExpressionCompiler compiler = compiler(derived.events());
                add(expressions, compiler, derived.where(), ValueType.CONDITION);
                add(expressions, compiler, derived.expression(), ValueType.NUMBER);
            } else if (feature.calculation() instanceof Calculation.Rolling rolling) {
                SeriesDefinition series = rolling.series();
                ExpressionCompiler compiler = compiler(series.events());
                add(expressions, compiler, series.where(), ValueType.CONDITION);
                add(expressions, compiler, series.value(), series.text() ? ValueType.TEXT : ValueType.NUMBER);
                add(expressions, compiler, series.at(), ValueType.TIME);
            }
        }

        assertThat(expressions).hasSizeGreaterThan(40).allMatch(Expression::runsAsClosures);
    }

    private ExpressionCompiler compiler(List<String> events) {
        Scope scope = Scope.empty().withNumbers("features", features.names());
        return new ExpressionCompiler(
                events.isEmpty()
                        ? scope
                        : scope.withEvent(
                                "event", events.stream().map(catalogue::require).toList()));
    }

    private static void add(List<Expression> expressions, ExpressionCompiler compiler, String text, ValueType wanted) {
        if (!text.isEmpty()) {
            expressions.add(compiler.compile(text, wanted));
        }
    }
}
