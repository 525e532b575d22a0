package io.heed.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import org.junit.jupiter.api.Test;

/** The shipped patterns about add-ons. The slow usage records make every deadline twelve hours later, roaming five days. */
class AddOnPatternsTest {
    @Test
    void anAddOnNeverUsedIsFoundAtItsDeadlineThoughTheCustomerIsSilent() {
        PatternHarness harness = Telco.pattern("unused-addon-30-days").feed(added("a", "addon.used"));

        assertThat(harness.until(Telco.at("30d12h") - 1).found()).isEmpty();
        harness.until(Telco.at("40d"));
        assertThat(Telco.found(harness)).containsExactly("added=a");
        assertThat(harness.matches().get(0).timeMillis()).isEqualTo(Telco.at("30d12h"));
    }

    @Test
    void useOrCancellationEndsIt() {
        assertThat(unused30("addon.used")
                        .feed(Telco.event("u", "addon.used", "29d23h", "addon", "x1", "product", "tv"))
                        .until(Telco.at("60d"))
                        .found())
                .isEmpty();
        assertThat(unused30("addon.used")
                        .feed(Telco.event("c", "addon.cancelled", "5d", "addon", "x1", "product", "tv"))
                        .until(Telco.at("60d"))
                        .found())
                .isEmpty();
    }

    @Test
    void aUsageRecordThatArrivesAfterTheDaysStillEndsIt() {
        CareEvent usage = Telco.late("u", "usage.data", "29d23h", "30d11h", "addon", "x1");

        assertThat(unused30("usage.data").feed(usage).until(Telco.at("60d")).found())
                .isEmpty();
    }

    @Test
    void useOfAnotherAddOnOrOfTheLineAloneDoesNotEndIt() {
        assertThat(unused30("usage.data")
                        .feed(Telco.event("u", "addon.used", "5d", "addon", "x2", "product", "tv"))
                        .feed(Telco.late("v", "usage.data", "6d", "6d3h", "line", "l1"))
                        .until(Telco.at("60d"))
                        .found())
                .hasSize(1);
    }

    @Test
    void addOnsThatMayNotBeGivenBackOrWhoseUseCannotBeSeenAreLeftAlone() {
        assertThat(Telco.pattern("unused-addon-30-days")
                        .feed(Telco.event(
                                "a", "addon.added", "0d", "addon", "x1", "useType", "addon.used", "cancellable", false))
                        .feed(Telco.event(
                                "b", "addon.added", "0d", "addon", "x2", "useType", "none", "cancellable", true))
                        .until(Telco.at("60d"))
                        .found())
                .isEmpty();
    }

    @Test
    void anAddOnStillCommittedAtTheDeadlineIsLeftForALaterPattern() {
        CareEvent committed = Telco.event(
                "a",
                "addon.added",
                "0d",
                "addon",
                "x1",
                "useType",
                "addon.used",
                "cancellable",
                true,
                "cancellableFrom",
                "45d");

        assertThat(Telco.pattern("unused-addon-30-days")
                        .feed(committed)
                        .until(Telco.at("200d"))
                        .found())
                .isEmpty();
        PatternHarness sixty =
                Telco.pattern("unused-addon-60-days").feed(committed).until(Telco.at("200d"));
        assertThat(sixty.matches().get(0).timeMillis()).isEqualTo(Telco.at("60d12h"));
        assertThat(Telco.pattern("unused-addon-120-days")
                        .feed(committed)
                        .until(Telco.at("200d"))
                        .found())
                .hasSize(1);
    }

    @Test
    void twoUnusedAddOnsAreFoundApart() {
        PatternHarness harness = Telco.pattern("unused-addon-30-days")
                .feed(added("a", "addon.used"))
                .feed(Telco.event(
                        "b", "addon.added", "3d", "addon", "x2", "useType", "addon.used", "cancellable", true))
                .until(Telco.at("60d"));

        assertThat(Telco.found(harness)).containsExactly("added=a", "added=b");
    }

    @Test
    void aRoamingPassWaitsForTheRecordsOfOtherNetworks() {
        PatternHarness harness = Telco.pattern("unused-roaming-pass").feed(added("a", "usage.roaming"));
        CareEvent roamed = Telco.late("u", "usage.roaming", "29d", "34d", "addon", "x1");

        assertThat(harness.until(Telco.at("60d")).matches().get(0).timeMillis()).isEqualTo(Telco.at("35d"));
        assertThat(Telco.pattern("unused-roaming-pass")
                        .feed(added("a", "usage.roaming"))
                        .feed(roamed)
                        .until(Telco.at("60d"))
                        .found())
                .isEmpty();
    }

    @Test
    void anAddOnNotUsedSinceItsLastUseIsFound() {
        PatternHarness harness = Telco.pattern("addon-no-longer-used")
                .feature("addon_may_be_cancelled", 1)
                .feature("addon_commitment_days", 30)
                .feed(used("u1", "0d"))
                .feed(used("u2", "20d"))
                .until(Telco.at("200d"));

        assertThat(Telco.found(harness)).containsExactly("lastUsed=u2");
        assertThat(harness.matches().get(0).timeMillis()).isEqualTo(Telco.at("80d12h"));
    }

    @Test
    void anAddOnCommittedForLongerIsNotFoundByItsLastUse() {
        assertThat(Telco.pattern("addon-no-longer-used")
                        .feature("addon_may_be_cancelled", 1)
                        .feature("addon_commitment_days", 365)
                        .feed(used("u1", "0d"))
                        .until(Telco.at("200d"))
                        .found())
                .isEmpty();
    }

    private static PatternHarness unused30(String useType) {
        return Telco.pattern("unused-addon-30-days").feed(added("a", useType));
    }

    private static CareEvent added(String id, String useType) {
        return Telco.event(id, "addon.added", "0d", "addon", "x1", "useType", useType, "cancellable", true);
    }

    private static CareEvent used(String id, String after) {
        return Telco.event(id, "addon.used", after, "addon", "x1", "product", "tv");
    }
}
