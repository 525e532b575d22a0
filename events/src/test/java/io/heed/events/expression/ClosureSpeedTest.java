package io.heed.events.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.cel.common.CelAbstractSyntaxTree;
import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What three shipped conditions cost as closures and as CEL programs, in CPU time of one thread; run it with
 * {@code -Dheed.expressions.speed=500000} (evaluations a round). All take turns, so that none has the JIT to itself.
 */
@EnabledIfSystemProperty(named = "heed.expressions.speed", matches = "\\d+")
class ClosureSpeedTest {
    private static final EventCatalogue CATALOGUE = EventCatalogue.load(Workspace.local(Path.of("..")));
    private static final Map<String, String> CONDITIONS = Map.of(
            "one field",
            "call.direction == \"inbound\"",
            "two contacts",
            "second.topic == first.topic && second.conversation != first.conversation"
                    + " && second.time - first.time >= parameters.gap"
                    + " && (!has(features.closing_resolved) || features.closing_resolved == 0.0)",
            "bill spike",
            "bill.kind == \"regular\" && features.bill_count_last_3 >= parameters.bills"
                    + " && (!has(features.bill_explanations_since_bill) || features.bill_explanations_since_bill == 0.0) && bill.charges"
                    + " - (has(bill.items) ? sum(bill.items.filter(i, has(i.topic) && i.topic == \"annual\")"
                    + ".map(i, i.amount)) : 0.0)"
                    + " >= (parameters.ratio * features.bill_usual_before > features.bill_usual_before"
                    + " + parameters.amount ? parameters.ratio * features.bill_usual_before"
                    + " : features.bill_usual_before + parameters.amount)");

    private final CareEvent bill = event("bill.issued", "kind", "regular", "charges", 80.0, "items", new Object[][] {});
    private final CareEvent first = event("call.ended", "topic", "billing", "conversation", "c1");
    private final CareEvent second = event("call.ended", "topic", "billing", "conversation", "c2");
    private final CareEvent call = event("call.started", "conversation", "c2", "direction", "inbound");
    private final Fields features = Map.<String, Object>of(
            "bill_count_last_3", 3.0, "bill_usual_before", 50.0, "bill_explanations_since_bill", 0.0)::get;
    private final Fields parameters =
            Map.<String, Object>of("ratio", 1.3, "amount", 10.0, "bills", 2.0, "gap", Duration.ZERO)::get;

    @Test
    void saysTheCostOfEach() throws Exception {
        ExpressionCompiler compiler = new ExpressionCompiler(Scope.empty()
                .withEvent("bill", List.of(bill.type()))
                .withEvent("call", List.of(call.type()))
                .withEvent("first", List.of(first.type()))
                .withEvent("second", List.of(second.type()))
                .withNumbers(
                        "features",
                        List.of(
                                "bill_count_last_3",
                                "bill_usual_before",
                                "bill_explanations_since_bill",
                                "closing_resolved"))
                .withParameters("parameters", List.of("ratio", "amount", "bills"), List.of("gap")));
        List<Runnable> measurements = new ArrayList<>();
        for (Map.Entry<String, String> condition : CONDITIONS.entrySet()) {
            CelAbstractSyntaxTree tree = compiler.check(condition.getValue());
            Closure program = compiler.program(condition.getValue(), tree);
            Closure closure = Objects.requireNonNull(compiler.closure(tree));
            measurements.add(() -> measure(condition.getKey() + ", CEL program", program));
            measurements.add(() -> measure(condition.getKey() + ", closures", closure));
        }
        for (int round = 0; round < 4; round++) {
            measurements.forEach(Runnable::run);
        }
    }

    private void measure(String name, Closure condition) {
        int evaluations = Integer.getInteger("heed.expressions.speed");
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long bytes = thread.getThreadAllocatedBytes(id);
        long start = thread.getCurrentThreadCpuTime();
        int held = 0;
        for (int i = 0; i < evaluations; i++) {
            held += Boolean.TRUE.equals(condition.value(this::find)) ? 1 : 0;
        }
        double nanos = thread.getCurrentThreadCpuTime() - start;
        bytes = thread.getThreadAllocatedBytes(id) - bytes;
        System.out.printf("%s: %.0f ns, %d bytes an evaluation%n", name, nanos / evaluations, bytes / evaluations);
        assertThat(held).isEqualTo(evaluations);
    }

    private @Nullable Object find(String name) {
        return switch (name) {
            case "bill" -> bill;
            case "call" -> call;
            case "first" -> first;
            case "second" -> second;
            case "features" -> features;
            case "parameters" -> parameters;
            default -> null;
        };
    }

    private static CareEvent event(String type, Object... namesAndValues) {
        EventType layout = CATALOGUE.require(type);
        @Nullable Object[] row = new Object[layout.fields().size()];
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row[layout.indexOf((String) namesAndValues[i])] = namesAndValues[i + 1];
        }
        return new CareEvent(layout, "id", "s", "c", 1_772_359_200_000L, 0, 0, row);
    }
}
