package io.heed.events.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.TestCatalogue;
import io.heed.events.catalogue.EventCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpressionCompilerTest {
    private static final EventType BILL = TestCatalogue.create().require("bill.issued");

    private final ExpressionCompiler compiler = new ExpressionCompiler(
            Scope.empty().withEvent("event", List.of(BILL)).withNumbers("features", List.of("bill_mean", "calls_24h")));

    @Test
    void comparesAFieldWithAFeature() {
        Expression spike = compiler.compile("event.amount > 1.5 * features.bill_mean", ValueType.CONDITION);

        assertThat(spike.holds(bindings(bill(90.0), Map.of("bill_mean", 50.0)))).isTrue();
        assertThat(spike.holds(bindings(bill(60.0), Map.of("bill_mean", 50.0)))).isFalse();
        assertThat(spike.fieldsRead("features")).containsExactly("bill_mean");
    }

    @Test
    void aConditionOverAnAbsentFeatureDoesNotHold() {
        Expression low = compiler.compile("features.calls_24h < 3.0", ValueType.CONDITION);
        Expression asked =
                compiler.compile("!has(features.calls_24h) || features.calls_24h < 3.0", ValueType.CONDITION);

        assertThat(low.holds(bindings(bill(1.0), Map.of()))).isFalse();
        assertThat(asked.holds(bindings(bill(1.0), Map.of()))).isTrue();
    }

    @Test
    void sumsTheItemsOfABill() {
        Expression charges =
                compiler.compile("sum(event.items.filter(i, i.kind != 'arrears').map(i, i.amount))", ValueType.NUMBER);

        assertThat(charges.number(bindings(bill(90.0, "recurring", 30.0, "arrears", 60.0), Map.of())))
                .isEqualTo(30.0);
    }

    @Test
    void divisionByZeroGivesNoNumberForWholeNumbersAndInfinityForDoubles() {
        Expression ratio = compiler.compile("event.amount / features.bill_mean", ValueType.NUMBER);

        assertThat(ratio.number(bindings(bill(1.0), Map.of("bill_mean", 0.0)))).isInfinite();
    }

    @Test
    void readsTimes() {
        Expression recent = compiler.compile("event.dueOn - event.time < duration('240h')", ValueType.CONDITION);

        assertThat(recent.holds(bindings(bill(1.0), Map.of()))).isTrue();
    }

    @Test
    void namesTheMisspelledField() {
        assertThatThrownBy(() -> compiler.compile("event.amout > 1.0", ValueType.CONDITION))
                .hasMessageContaining("1:6: undefined field 'amout'");
    }

    @Test
    void listsOfOneLayoutAreReadAlikeWhicheverTypeTheyBelongTo() {
        EventCatalogue catalogue = TestCatalogue.of("""
                event-types:
                  bill.issued: {fields: {items: {type: list, fields: {amount: {type: number}}}}}
                  bill.corrected: {fields: {items: {type: list, fields: {amount: {type: number}}}}}
                """);
        assertThatCode(() -> new ExpressionCompiler(Scope.empty()
                                .withEvent(
                                        "event",
                                        List.of(catalogue.require("bill.issued"), catalogue.require("bill.corrected"))))
                        .compile("event.items.exists(i, i.amount > 1.0)", ValueType.CONDITION))
                .doesNotThrowAnyException();
    }

    @Test
    void readsDurationsThatAUserMaySet() {
        Scope scope =
                Scope.empty().withEvent("event", List.of(BILL)).withParameters("parameters", List.of(), List.of("gap"));
        Expression soon =
                new ExpressionCompiler(scope).compile("event.dueOn - event.time < parameters.gap", ValueType.CONDITION);
        CareEvent bill = bill(1.0);
        Fields second = field -> Duration.ofSeconds(1);
        Fields hour = field -> Duration.ofHours(1);

        assertThat(soon.holds(name -> name.equals("event") ? new EventRecord(bill) : second))
                .isFalse();
        assertThat(soon.holds(name -> name.equals("event") ? new EventRecord(bill) : hour))
                .isTrue();
    }

    @Test
    void refusesToReadPersonalData() {
        assertThatThrownBy(() -> compiler.compile("event.phone == '1'", ValueType.CONDITION))
                .hasMessageContaining("personal data");
    }

    @Test
    void refusesAnExpressionOfTheWrongType() {
        assertThatThrownBy(() -> compiler.compile("event.amount + 1.0", ValueType.CONDITION))
                .hasMessageContaining("does not give a condition");
    }

    @Test
    void saysThatNumbersNeedADecimalPoint() {
        assertThatThrownBy(() -> compiler.compile("event.amount + 1 > 2.0", ValueType.CONDITION))
                .hasMessageContaining("decimal point");
    }

    private static Bindings bindings(CareEvent event, Map<String, Double> features) {
        EventRecord record = new EventRecord(event);
        Fields numbers = features::get;
        return name -> name.equals("event") ? record : name.equals("features") ? numbers : null;
    }

    private static CareEvent bill(double amount, Object... items) {
        @Nullable Object[] row = new Object[BILL.fields().size()];
        row[BILL.indexOf("amount")] = amount;
        row[BILL.indexOf("dueOn")] = 1_000_000L;
        Object[][] rows = new Object[items.length / 2][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {items[2 * i], items[2 * i + 1]};
        }
        row[BILL.indexOf("items")] = rows;
        return new CareEvent(BILL, "b1", "billing", "c1", 0, 0, 0, row);
    }
}
