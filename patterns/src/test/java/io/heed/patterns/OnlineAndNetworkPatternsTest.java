package io.heed.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import org.junit.jupiter.api.Test;

/** The shipped patterns about things that break. */
class OnlineAndNetworkPatternsTest {
    @Test
    void aVisitToTheAccountPageAfterTwoDroppedCallsMatches() {
        assertThat(Telco.found(Telco.pattern("dropped-calls-then-account-page")
                        .feed(Telco.event("d", "call.dropped", "0d", "line", "l1"))
                        .feed(Telco.event("e", "call.dropped", "1h", "line", "l1"))
                        .feed(visit("v", "2h", "home", 300))
                        .feed(visit("w", "3h", "account", 60))
                        .feed(visit("x", "4h", "account", 60))))
                .containsExactly("drops=d,e visit=w");
    }

    @Test
    void oneDroppedCallAGlanceOrANextDayIsNoMatch() {
        assertThat(Telco.pattern("dropped-calls-then-account-page")
                        .feed(Telco.event("d", "call.dropped", "0d", "line", "l1"))
                        .feed(visit("v", "2h", "account", 60))
                        .feed(Telco.event("e", "call.dropped", "3h", "line", "l1"))
                        .feed(visit("w", "4h", "account", 10))
                        .feed(visit("x", "24h", "account", 60))
                        .found())
                .isEmpty();
    }

    @Test
    void aCallAfterAFailedFormMatchesOnceForAllItsAttempts() {
        assertThat(Telco.found(Telco.pattern("failed-form-then-call")
                        .feed(form("f", "0h", "server-error"))
                        .feed(form("g", "5m", "timeout"))
                        .feed(call("k", "3h", "inbound"))))
                .containsExactly("form=f call=k");
    }

    @Test
    void aTypingMistakeOurOwnCallOrALateCallIsNoMatch() {
        assertThat(Telco.pattern("failed-form-then-call")
                        .feed(form("f", "0h", "validation"))
                        .feed(call("k", "1h", "inbound"))
                        .feed(form("g", "10h", "timeout"))
                        .feed(call("l", "11h", "outbound"))
                        .feed(call("m", "14h", "inbound"))
                        .found())
                .isEmpty();
    }

    @Test
    void aCartLeftBehindAfterAnErrorMatches() {
        assertThat(Telco.found(Telco.pattern("cart-abandoned-after-error")
                        .feed(Telco.event("e", "web.error", "0h", "page", "shop", "code", 500L))
                        .feed(Telco.event("c", "cart.abandoned", "15m", "cart", "k", "amount", 20.0))))
                .containsExactly("error=e cart=c");
    }

    @Test
    void aCartLeftBehindWithoutAnErrorOrMuchLaterIsNoMatch() {
        assertThat(Telco.pattern("cart-abandoned-after-error")
                        .feed(Telco.event("c", "cart.abandoned", "0h", "cart", "k", "amount", 20.0))
                        .feed(Telco.event("e", "web.error", "1h", "page", "shop", "code", 500L))
                        .feed(Telco.event("d", "cart.abandoned", "2h", "cart", "k", "amount", 20.0))
                        .found())
                .isEmpty();
    }

    @Test
    void aCallDuringAnOutageInTheCustomersAreaMatches() {
        PatternHarness harness = Telco.pattern("contact-during-outage");

        harness.feature("outage_open_minutes", 0).feed(call("k", "1h", "inbound"));
        harness.feature("outage_open_minutes", 12)
                .feed(call("l", "2h", "outbound"))
                .feed(call("m", "3h", "inbound"));
        assertThat(Telco.found(harness)).containsExactly("contact=m");
        assertThat(harness.matches().get(0).features()).containsEntry("outage_open_minutes", 12.0);
    }

    private static CareEvent visit(String id, String after, String page, double dwell) {
        return Telco.event(id, "web.visited", after, "page", page, "dwell", dwell);
    }

    private static CareEvent form(String id, String after, String reason) {
        return Telco.event(id, "form.failed", after, "form", "payment", "reason", reason);
    }

    private static CareEvent call(String id, String after, String direction) {
        return Telco.event(id, "call.started", after, "conversation", id, "direction", direction);
    }
}
