package io.heed.events.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.TestCatalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is easy to get wrong about CEL; of the event at hand only {@code amount} is there, or nothing. */
class ClosureSemanticsTest {
    private static final EventType BILL = TestCatalogue.create().require("bill.issued");

    private final ExpressionCompiler compiler = new ExpressionCompiler(
            Scope.empty().withEvent("event", List.of(BILL)).withEvents("bills", List.of(BILL)));

    @Test
    void anOrHoldsWhereOneSideDoesWhateverIsAbsentOnTheOther() {
        assertThat(value("event.days > 1 || event.amount > 1.0")).isEqualTo(true);
        assertThat(value("event.amount > 1.0 || event.days > 1")).isEqualTo(true);
        assertThat(value("event.days > 1 || event.amount > 9.0")).isNull();
        assertThat(value("event.amount > 9.0 || event.days > 1")).isNull();
    }

    @Test
    void anAndDoesNotHoldWhereOneSideDoesNotWhateverIsAbsentOnTheOther() {
        assertThat(value("event.days > 1 && event.amount > 9.0")).isEqualTo(false);
        assertThat(value("event.amount > 9.0 && event.days > 1")).isEqualTo(false);
        assertThat(value("!(event.days > 1 && event.amount > 9.0)")).isEqualTo(true);
        assertThat(value("event.days > 1 && event.amount > 1.0")).isNull();
    }

    @Test
    void whatIsAbsentOnBothSidesOfAnOrIsAbsentToItsNegationToo() {
        String text = "!(event.days > 1 || event.kind == 'final')";

        assertThat(value(text)).isNull();
    }

    @Test
    void thePartOfAConditionalThatIsNotChosenMayBeAbsent() {
        assertThat(value("has(event.days) ? event.days : 3")).isEqualTo(3L);
        assertThat(value("has(event.amount) ? event.amount : double(event.days)"))
                .isEqualTo(5.0);
        assertThat(value("event.paid ? 1.0 : 2.0")).isNull();
    }

    @Test
    void wholeNumbersDoNotOverflowAndAreNotDividedByZero() {
        assertThat(value("9223372036854775807 + size(event.id)")).isNull();
        assertThat(value("-9223372036854775807 - (size(event.id) - 1)")).isEqualTo(Long.MIN_VALUE);
        assertThat(value("-(-9223372036854775807 - (size(event.id) - 1))")).isNull();
        assertThat(value("size(event.id) / (size(event.id) - 2)")).isNull();
        assertThat(value("size(event.id) % (size(event.id) - 2)")).isNull();
        assertThat(value("int(event.amount * 1e18) > 0")).isEqualTo(true);
        assertThat(value("int(event.amount * 1e19) > 0")).isNull();
    }

    @Test
    void numbersThatAreNoNumbersEqualNothingAndAreAboveAllWholeNumbers() {
        assertThat(value("(event.amount - event.amount) / 0.0 == (event.amount - event.amount) / 0.0"))
                .isEqualTo(false);
        assertThat(value("(event.amount - event.amount) / 0.0 > event.amount")).isEqualTo(false);
        assertThat(value("(event.amount - event.amount) / 0.0 > size(event.id)"))
                .isEqualTo(true);
    }

    @Test
    void wholeNumbersAndNumbersAreComparedByValue() {
        assertThat(value("event.amount > size(event.id)")).isEqualTo(true);
        assertThat(value("size(event.id) >= event.amount")).isEqualTo(false);
        assertThat(value("size(event.id) in [2.0, 'a']")).isEqualTo(true);
    }

    @Test
    void timesEndWithTheYear9999AndDurationsAfterTenThousandYears() {
        assertThat(value("event.time + duration('9999999999s') > event.time")).isEqualTo(true);
        assertThat(value("event.time + duration('300000000000s') > event.time")).isNull();
        assertThat(value("(event.time + duration('250000000000s')) - event.time > duration('0s')"))
                .isNull(); // more nanoseconds than a long holds
    }

    @Test
    void partsOfDurationsAreWholesExceptMilliseconds() {
        assertThat(value("(event.time - (event.time - duration('90.5s'))).getMinutes()"))
                .isEqualTo(1L);
        assertThat(value("((event.time - duration('90.5s')) - event.time).getSeconds()"))
                .isEqualTo(-90L);
        assertThat(value("(event.time - (event.time - duration('90.5s'))).getMilliseconds()"))
                .isEqualTo(500L);
    }

    @Test
    void oneItemThatDecidesDoesSoWhateverIsAbsentInOthers() {
        assertThat(value("bills.exists(b, b.amount > 4.0)")).isEqualTo(true);
        assertThat(value("bills.exists(b, b.amount > 9.0)")).isNull();
        assertThat(value("bills.all(b, b.amount > 9.0)")).isEqualTo(false);
        assertThat(value("bills.all(b, b.amount > 4.0)")).isNull();
    }

    @Test
    void anItemThatLeavesAConditionOpenLeavesTheWholeListOpen() {
        assertThat(value("size(bills.filter(b, b.amount > 4.0))")).isNull();
        assertThat(value("bills.exists_one(b, b.amount > 4.0)")).isNull();
        assertThat(value("size(bills.filter(b, has(b.amount) && b.amount > 4.0))"))
                .isEqualTo(1L);
        assertThat(value("sum(bills.map(b, b.amount))")).isNull();
        assertThat(value("sum(bills.map(b, has(b.amount), b.amount))")).isEqualTo(5.0);
    }

    @Test
    void theItemOfAMacroHidesANameOutside() {
        assertThat(value("bills.exists(event, !has(event.amount)) && has(event.amount)"))
                .isEqualTo(true);
    }

    @Test
    void presenceIsAbsentItselfOnlyWhereThereIsNoRecord() {
        assertThat(value("has(event.days)")).isEqualTo(false);
        assertThat(value("has(bills[0].amount)")).isEqualTo(true);
        assertThat(value("has(bills[7].amount)")).isNull();
        assertThat(compiled("has(event.days)").evaluate(name -> null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.id.matches('b[0-9]')",
                "timestamp(event.id) < event.time",
                "event.time.getHours('America/New_York') < 8",
                "(event.amount > 1.0 || event.paid) != event.paid",
                "{'b1': true}[event.id]",
                "type(event.id) == string"
            })
    void whatIsNotCoveredIsLeftToCel(String text) {
        assertThat(compiled(text).runsAsClosures()).isFalse();
    }

    @Test
    void anErrorInsideANegationDoesNotStopAJobWhereCelRunsIt() {
        Expression expression = compiled("!(event.days > 1 || event.kind.matches('f'))");

        assertThat(expression.runsAsClosures()).isFalse();
        assertThat(expression.holds(names())).isFalse();
    }

    private @Nullable Object value(String text) {
        Expression expression = compiled(text);
        assertThat(expression.runsAsClosures()).as(text).isTrue();
        return expression.evaluate(names());
    }

    private Expression compiled(String text) {
        return compiler.compile(text, ValueType.VALUE);
    }

    private static Bindings names() {
        CareEvent event = bill(5.0);
        List<CareEvent> bills = List.of(event, bill(null));
        return name -> name.equals("event") ? event : name.equals("bills") ? bills : null;
    }

    private static CareEvent bill(@Nullable Double amount) {
        @Nullable Object[] row = new Object[BILL.fields().size()];
        row[BILL.indexOf("amount")] = amount;
        return new CareEvent(BILL, "b1", "s", "c", 1_772_359_200_000L, 0, 0, row);
    }
}
