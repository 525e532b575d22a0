package io.heed.triggers.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.triggers.CareTeamDay;
import io.heed.triggers.TestPlays;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.profile.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final String NIGHTS = """
            policy:
              time-zone: Europe/Madrid
              quiet-hours: {from: "21:00", until: "08:00"}
              contact-caps:
                - {messages: 1, within: 24h}
            """;
    private static final String PLAYS =
            TestPlays.withPolicy(NIGHTS, TestPlays.FIX_FORM, TestPlays.ADVISE_CART, TestPlays.EXPLAIN_BILL);

    @Test
    void whatReachesTheCustomerWaitsForTheMorning() {
        CareTeamDay day = CareTeamDay.with(PLAYS).at("2026-03-02T20:30:00Z"); // 21:30 in Madrid
        form(day, "timeout");

        assertThat(day.sent()).isEmpty();
        assertThat(day.log().get(0).notBeforeMillis())
                .isEqualTo(Instant.parse("2026-03-03T07:00:00Z").toEpochMilli());

        day.at("2026-03-03T06:59:59Z");
        assertThat(day.sent()).isEmpty();
        day.at("2026-03-03T07:00:00Z");
        assertThat(day.sent()).containsExactly("fix-form raised");
        assertThat(day.last().because()).isEqualTo(Reason.QUIET_HOURS_ENDED);
        assertThat(day.last().timeMillis())
                .isEqualTo(Instant.parse("2026-03-03T07:00:00Z").toEpochMilli());
    }

    @Test
    void theCustomersOwnHoursAndTimeZoneComeFirst() {
        CareTeamDay day = CareTeamDay.with(PLAYS)
                .at("2026-03-02T12:00:00Z")
                .happens(
                        "customer.profile",
                        "timeZone",
                        "America/New_York",
                        "quietFrom",
                        "06:00",
                        "quietUntil",
                        "09:30");
        form(day, "timeout"); // 07:00 in New York
        assertThat(day.held("fix-form")).containsExactly(Reason.QUIET_HOURS);

        day.at("2026-03-02T14:30:00Z");
        assertThat(day.sent()).containsExactly("fix-form raised");
    }

    @Test
    void whatDoesNotReachTheCustomerDoesNotWait() {
        CareTeamDay day = CareTeamDay.with(PLAYS).at("2026-03-02T23:00:00Z").spike(80);

        assertThat(day.sent()).containsExactly("explain-bill raised");
    }

    @Test
    void whatClearsInTheNightIsNeverSent() {
        CareTeamDay day = advised(CareTeamDay.with(PLAYS).at("2026-03-02T23:00:00Z"));
        cart(day, "K1");
        day.at("2026-03-02T23:30:00Z").happens("cart.abandoned", "cart", "K2", "amount", 1.0);
        day.at("2026-03-03T09:00:00Z");

        assertThat(day.sent()).isEmpty();
    }

    @Test
    void theConditionIsCheckedAgainInTheMorning() {
        String profiledForm =
                TestPlays.FIX_FORM.replace("when: form.reason != \"validation\"", "when: features.calls_7d < 1.0");
        CareTeamDay day = CareTeamDay.with(TestPlays.withPolicy(NIGHTS, profiledForm))
                .feature("calls_7d", 0)
                .at("2026-03-02T23:00:00Z");
        form(day, "timeout");
        day.feature("calls_7d", 1).at("2026-03-03T09:00:00Z");

        assertThat(day.sent()).isEmpty();
        assertThat(day.held("fix-form")).containsExactly(Reason.QUIET_HOURS, Reason.CONDITION);
    }

    @Test
    void consentAndCapsAreCheckedAgainInTheMorning() {
        CareTeamDay day = CareTeamDay.with(PLAYS).at("2026-03-02T23:00:00Z");
        form(day, "timeout");
        day.at("2026-03-03T05:00:00Z")
                .happens("outreach.sent", "channel", "email")
                .at("2026-03-03T09:00:00Z");

        assertThat(day.sent()).isEmpty();
        assertThat(day.held("fix-form")).containsExactly(Reason.QUIET_HOURS, Reason.CONTACT_CAP);
    }

    @Test
    void whatExpiresBeforeTheMorningIsHeldAtOnce() {
        String brief = TestPlays.FIX_FORM.replace("expires: 2d", "expires: 2h");
        CareTeamDay day = CareTeamDay.with(TestPlays.withPolicy(NIGHTS, brief)).at("2026-03-02T23:00:00Z");
        form(day, "timeout");

        assertThat(day.held("fix-form")).containsExactly(Reason.QUIET_HOURS);
        assertThat(day.log().get(0).detail()).contains("expires before");
        assertThat(day.at("2026-03-04T12:00:00Z").sent()).isEmpty();
    }

    @Test
    void allThatWaitedCompetesInTheMorning() {
        CareTeamDay day = advised(CareTeamDay.with(PLAYS).at("2026-03-02T23:00:00Z"));
        cart(day, "K1");
        day.at("2026-03-02T23:30:00Z");
        form(day, "timeout");
        day.at("2026-03-03T09:00:00Z");

        assertThat(day.sent()).containsExactly("fix-form raised"); // 0.4 x 30 beats 0.5 x 10
        assertThat(day.held("advise-cart")).containsExactly(Reason.QUIET_HOURS, Reason.OUTRANKED);
    }

    @Test
    void quietHoursFollowTheClockThroughSummerTime() {
        QuietHours nights = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
        ZoneId madrid = ZoneId.of("Europe/Madrid");

        assertThat(end(nights, "2026-03-28T22:00:00Z", madrid)).isEqualTo("2026-03-29T06:00:00Z");
        assertThat(end(nights, "2026-10-24T22:00:00Z", madrid)).isEqualTo("2026-10-25T07:00:00Z");
        assertThat(end(nights, "2026-03-28T07:00:00Z", madrid)).isEqualTo("2026-03-28T07:00:00Z");
        assertThat(end(QuietHours.NONE, "2026-03-28T00:00:00Z", madrid)).isEqualTo("2026-03-28T00:00:00Z");
    }

    @Test
    void aQuietHourThatSummerTimeSkipsEndsAtItsEnd() {
        QuietHours skipped = new QuietHours(LocalTime.of(1, 0), LocalTime.of(2, 30));

        assertThat(end(skipped, "2026-03-29T00:30:00Z", ZoneId.of("Europe/Madrid")))
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    private static String end(QuietHours hours, String now, ZoneId zone) {
        return Instant.ofEpochMilli(hours.endOfQuietMillis(Instant.parse(now).toEpochMilli(), zone))
                .toString();
    }

    private static CareTeamDay advised(CareTeamDay day) {
        return day.happens("customer.profile", "consentAdvice", true);
    }

    private static void cart(CareTeamDay day, String name) {
        CareEvent cart = day.event("cart.abandoned", "cart", name, "amount", 25.0);
        day.happens(cart, List.of(day.match("cart", "cart", cart)), List.of());
    }

    private static void form(CareTeamDay day, String reason) {
        CareEvent form = day.event("form.failed", "form", "top-up", "reason", reason);
        day.happens(form, List.of(day.match("form", "form", form)), List.of());
    }
}
