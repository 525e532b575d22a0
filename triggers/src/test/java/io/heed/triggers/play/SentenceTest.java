package io.heed.triggers.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.expression.Bindings;
import io.heed.events.expression.EventRecord;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import io.heed.triggers.TelcoWorkspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Nothing to fill in.                                       ~ Nothing to fill in.
            {bill.charges} USD                                        ~ 82.5 USD
            {bill.charges:0.00} USD                                   ~ 82.50 USD
            {bill.charges:#,##0.0} USD                                ~ 82.5 USD
            {bill.charges > 80.0 ? 'high' : 'low'}                    ~ high
            {bill.charges > 80.0 || bill.charges < 0.0}               ~ true
            due {bill.dueOn:date}                                     ~ due 1 March 2026
            due {bill.dueOn:time}                                     ~ due 00:30
            due {bill.dueOn:datetime}                                 ~ due 1 March 2026 00:30
            paid by {bill.method|a way we do not know}                ~ paid by a way we do not know
            for {bill.items.map(i, i.description)}                    ~ for Roaming, Calls and Data
            {bill.charges / 100.0:0%}                                 ~ 82%
            """)
    void isCompletedWithValues(String text, String said) {
        assertThat(say(text)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"paid by {bill.method}", "paid {bill.method:0.00} USD"})
    void cannotBeSaidWhileAValueWithoutSubstituteIsAbsent(String text) {
        assertThat(say(text)).isNull();
    }

    private static @Nullable String say(String text) {
        ExpressionCompiler compiler = new ExpressionCompiler(
                Scope.empty().withEvent("bill", List.of(TelcoWorkspace.EVENTS.require("bill.issued"))));
        EventRecord bill = new EventRecord(TelcoWorkspace.event(
                "bill.issued",
                "e1",
                "C1",
                Instant.parse("2026-02-20T10:00:00Z").toEpochMilli(),
                "charges",
                82.5,
                "dueOn",
                "2026-02-28T23:30:00Z",
                "items",
                List.of(
                        Map.of("description", "Roaming"),
                        Map.of("description", "Calls"),
                        Map.of("description", "Data"))));
        Bindings bindings = name -> bill;
        return Sentence.compile(text, compiler).say(bindings, ZoneId.of("Europe/Madrid"));
    }
}
