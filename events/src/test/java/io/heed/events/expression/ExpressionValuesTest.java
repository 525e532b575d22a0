package io.heed.events.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.TestCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionValuesTest {
    private static final EventType BILL = TestCatalogue.create().require("bill.issued");
    private static final EventType CALL = TestCatalogue.create().require("call.started");

    private final ExpressionCompiler compiler =
            new ExpressionCompiler(Scope.empty().withEvent("event", List.of(BILL)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.amount > 0.0",
                "!(event.amount > 0.0)",
                "event.kind != 'final'",
                "!event.paid",
                "event.days < 5",
                "event.dueOn > event.time",
                "event.items.exists(i, i.amount > 0.0)",
                "size(event.items) == 0",
                "double(event.id) > 0.0",
                "1 / (event.time.getFullYear() - 1970) > 0",
                "event.id.matches('[')",
                "timestamp(event.id) > event.time",
                "event.time + duration('9999999999s') + duration('300000000000s') > event.time"
            })
    void aConditionOverAnAbsentOrUnusableValueDoesNotHoldAndDoesNotThrow(String condition) {
        assertThat(holds(condition, event(BILL, null))).isFalse();
    }

    @Test
    void hasTellsWhetherAValueIsThere() {
        assertThat(holds("has(event.amount)", event(BILL, 1.0))).isTrue();
        assertThat(holds("has(event.amount)", event(BILL, null))).isFalse();
        assertThat(holds("!has(event.amount) || event.amount > 5.0", event(BILL, null)))
                .isTrue();
        assertThat(holds("has(event.kind) ? event.kind == 'final' : true", event(BILL, 1.0)))
                .isTrue();
    }

    @Test
    void anAbsentValueOnOneSideOfAnOrDoesNotMatterWhereTheOtherSideHolds() {
        assertThat(holds("event.amount > 5.0 || event.id == 'b1'", event(BILL, null)))
                .isTrue();
        assertThat(holds("event.amount > 5.0 && event.id == 'b1'", event(BILL, null)))
                .isFalse();
    }

    @Test
    void envelopeFieldsAreRead() {
        assertThat(holds(
                        "event.id == 'b1' && event.source == 's' && event.subject == 'c' && event.type == 'bill.issued'",
                        event(BILL, null)))
                .isTrue();
    }

    @Test
    void anEventOfSeveralTypesOffersOnlyWhatAllHave() {
        ExpressionCompiler both = new ExpressionCompiler(Scope.empty().withEvent("event", List.of(BILL, CALL)));

        assertThat(both.compile("event.type == 'call.started'", ValueType.CONDITION)
                        .holds(Bindings.ofEvent("event", event(CALL, null))))
                .isTrue();
        assertThatThrownBy(() -> both.compile("event.amount > 1.0", ValueType.CONDITION))
                .hasMessageContaining("undefined field 'amount'");
    }

    @Test
    void aNameThatIsNotBoundDoesNotHold() {
        assertThat(compiler.compile("event.amount > 0.0", ValueType.CONDITION).holds(name -> null))
                .isFalse();
    }

    @Test
    void severalThreadsMayUseOneExpression() throws Exception {
        Expression large = compiler.compile("event.amount > 500.0 && has(event.id)", ValueType.CONDITION);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            counts.add(threads.submit(() -> {
                int count = 0;
                for (int i = 0; i < 1_000; i++) {
                    count += large.holds(Bindings.ofEvent("event", event(BILL, (double) i))) ? 1 : 0;
                }
                return count;
            }));
        }
        for (Future<Integer> count : counts) {
            assertThat(count.get()).isEqualTo(499);
        }
        threads.shutdown();
    }

    private boolean holds(String condition, CareEvent event) {
        return compiler.compile(condition, ValueType.CONDITION).holds(Bindings.ofEvent("event", event));
    }

    private static CareEvent event(EventType type, @Nullable Double amount) {
        @Nullable Object[] row = new Object[type.fields().size()];
        if (amount != null) {
            row[type.indexOf("amount")] = amount;
        }
        return new CareEvent(type, "b1", "s", "c", 0, 0, 0, row);
    }
}
