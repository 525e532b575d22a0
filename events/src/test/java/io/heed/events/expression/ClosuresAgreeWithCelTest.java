package io.heed.events.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Closures against the CEL program of the same expression, on random expressions and rows. */
class ClosuresAgreeWithCelTest {
    private static final int ROWS = 8;

    private final ExpressionCompiler compiler = new ExpressionCompiler(RandomBindings.SCOPE);
    private final Map<String, Integer> pairs = new HashMap<>();
    private int covered;

    @Property(tries = 40)
    void closuresGiveWhatTheCelProgramGives(@ForAll long seed) throws Exception {
        compare(40, seed);

        assertThat(covered).isGreaterThan(25);
    }

    /** Else the property could hold since all is left to CEL, or since all is absent. */
    @Test
    void nearlyAllRandomExpressionsAreCoveredAndTheirValuesAreOfAllKinds() throws Exception {
        compare(400, 7);

        assertThat(covered).isGreaterThan(360);
        assertThat(pairs.keySet()).contains("true", "false", "Double", "Long", "String", "Instant", "list", "absent");
        assertThat(pairs.values()).allMatch(count -> count > 50);
        assertThat(pairs.get("absent")).isLessThan(covered * ROWS / 2);
    }

    private void compare(int count, long seed) throws Exception {
        RandomExpressions expressions = new RandomExpressions(seed);
        RandomBindings rows = new RandomBindings(seed);
        for (int i = 0; i < count; i++) {
            String text = expressions.any();
            CelAbstractSyntaxTree tree = compiler.check(text);
            Closure closure = compiler.closure(tree);
            if (closure != null) {
                covered++;
                compare(text, closure, compiler.program(text, tree), rows);
            }
        }
    }

    private void compare(String text, Closure closure, Closure program, RandomBindings rows) {
        for (int row = 0; row < ROWS; row++) {
            Bindings names = rows.next();
            Object expected = program.value(names);
            assertThat(closure.value(names)).as(text).isEqualTo(expected);
            pairs.merge(kind(expected), 1, Integer::sum);
        }
    }

    private static String kind(@Nullable Object value) {
        if (value == null) {
            return "absent";
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        return value instanceof Iterable ? "list" : value.getClass().getSimpleName();
    }
}
