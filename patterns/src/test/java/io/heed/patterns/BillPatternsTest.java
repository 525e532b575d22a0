package io.heed.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import org.junit.jupiter.api.Test;

/** The shipped patterns about bills. The usual bill is 50 USD; features are set by hand. */
class BillPatternsTest {
    @Test
    void billHigherThanUsualByAThirdIsASpike() {
        PatternHarness harness = usual("bill-spike").feed(bill("b", "regular", 66.0));

        assertThat(Telco.found(harness)).containsExactly("bill=b");
        assertThat(harness.matches().get(0).features()).containsEntry("bill_usual_before", 50.0);
    }

    @Test
    void billOfTheUsualHeightIsNoSpike() {
        assertThat(usual("bill-spike").feed(bill("b", "regular", 64.0)).found()).isEmpty();
    }

    @Test
    void aRiseBelowTheDeclaredAmountIsNoSpike() {
        PatternHarness small = usual("bill-spike").feature("bill_usual_before", 6);

        assertThat(small.feed(bill("b", "regular", 15.9)).found()).isEmpty();
        assertThat(small.feed(bill("c", "regular", 16.0)).found()).hasSize(1);
    }

    @Test
    void arrearsDoNotMakeASpike() {
        CareEvent bill = Telco.late(
                "b",
                "bill.issued",
                "1d",
                "1d6h",
                "account",
                "a1",
                "kind",
                "regular",
                "charges",
                50.0,
                "arrears",
                50.0,
                "amount",
                100.0,
                "items",
                items("plan", 50.0, "arrears", 50.0));

        assertThat(usual("bill-spike").feed(bill).found()).isEmpty();
    }

    @Test
    void firstFinalAndAnnualBillsAreNoSpikes() {
        assertThat(usual("bill-spike")
                        .feed(bill("b", "first", 90.0))
                        .feed(bill("c", "final", 90.0))
                        .feed(bill("d", "annual", 90.0))
                        .found())
                .isEmpty();
    }

    @Test
    void chargesThatComeOnceAYearDoNotCount() {
        CareEvent bill = Telco.late(
                "b",
                "bill.issued",
                "1d",
                "1d6h",
                "account",
                "a1",
                "kind",
                "regular",
                "charges",
                90.0,
                "amount",
                90.0,
                "items",
                items("plan", 50.0, "annual", 40.0));

        assertThat(usual("bill-spike").feed(bill).found()).isEmpty();
    }

    @Test
    void oneEarlierBillIsNoMeasure() {
        assertThat(usual("bill-spike")
                        .feature("bill_count_last_3", 1)
                        .feed(bill("b", "regular", 90.0))
                        .found())
                .isEmpty();
    }

    @Test
    void anExplanationAlreadySentSilencesASpike() {
        assertThat(usual("bill-spike")
                        .feature("bill_explanations_since_bill", 1)
                        .feed(bill("b", "regular", 90.0))
                        .found())
                .isEmpty();
    }

    @Test
    void aKnownChangeIsEvidenceAndSilencesNothing() {
        PatternHarness harness =
                usual("bill-spike").feature("plan_changes_35d", 1).feed(bill("b", "regular", 90.0));

        assertThat(harness.matches().get(0).features()).containsEntry("plan_changes_35d", 1.0);
    }

    @Test
    void aCorrectedBillIsASpikeOfItsOwn() {
        CareEvent corrected = Telco.late(
                "c",
                "bill.corrected",
                "3d",
                "3d6h",
                "account",
                "a1",
                "kind",
                "regular",
                "charges",
                80.0,
                "amount",
                80.0);

        assertThat(Telco.found(usual("bill-spike").feed(corrected))).containsExactly("bill=c");
    }

    @Test
    void unbilledChargesAreSaidWhenTheyPassTheUsualBillAndNotAgain() {
        PatternHarness harness = usual("mid-cycle-spike");

        harness.feed(unbilled("u1", "1d", 60.0)).feature("unbilled_charges", 60);
        harness.feed(unbilled("u2", "2d", 70.0)).feature("unbilled_charges", 70);
        harness.feed(unbilled("u3", "3d", 80.0));
        assertThat(Telco.found(harness)).containsExactly("charges=u2");
    }

    @Test
    void aPaymentOfTheSameAccountThatFailsAfterASpikeMatches() {
        PatternHarness harness = usual("payment-failed-after-spike")
                .feed(bill("b", "regular", 90.0))
                .feed(Telco.event("p", "payment.failed", "20d", "account", "a2", "amount", 90.0))
                .feed(Telco.event("q", "payment.failed", "21d", "account", "a1", "amount", 90.0))
                .feed(Telco.event("r", "payment.failed", "24d", "account", "a1", "amount", 90.0));

        assertThat(Telco.found(harness)).containsExactly("bill=b failed=q");
    }

    @Test
    void aPaymentThatFailsAfterAUsualBillOrTooLateIsNoMatch() {
        assertThat(usual("payment-failed-after-spike")
                        .feed(bill("b", "regular", 60.0))
                        .feed(Telco.event("q", "payment.failed", "21d", "account", "a1", "amount", 60.0))
                        .found())
                .isEmpty();
        assertThat(usual("payment-failed-after-spike")
                        .feed(bill("b", "regular", 90.0))
                        .feed(Telco.event("q", "payment.failed", "46d", "account", "a1", "amount", 90.0))
                        .found())
                .isEmpty();
    }

    private static PatternHarness usual(String pattern) {
        return Telco.pattern(pattern)
                .feature("bill_usual_before", 50)
                .feature("bill_count_last_3", 3)
                .feature("bill_explanations_since_bill", 0);
    }

    private static CareEvent bill(String id, String kind, double charges) {
        return Telco.late(
                id, "bill.issued", "1d", "1d6h", "account", "a1", "kind", kind, "charges", charges, "amount", charges);
    }

    private static CareEvent unbilled(String id, String after, double amount) {
        return Telco.late(id, "charges.unbilled", after, after + "6h", "account", "a1", "amount", amount);
    }

    /** Items by topic and amount in turn; the other fields are absent. */
    private static Object[][] items(Object... topicsAndAmounts) {
        var fields = Telco.CATALOGUE.require("bill.issued").field("items");
        var names = java.util.Objects.requireNonNull(fields).fields().stream()
                .map(f -> f.name())
                .toList();
        Object[][] rows = new Object[topicsAndAmounts.length / 2][names.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i][names.indexOf("topic")] = topicsAndAmounts[2 * i];
            rows[i][names.indexOf("amount")] = topicsAndAmounts[2 * i + 1];
        }
        return rows;
    }
}
