package io.heed.benchmarks.patterns.flink;

import static io.heed.benchmarks.traffic.TrafficTypes.AMOUNT;
import static io.heed.benchmarks.traffic.TrafficTypes.KIND;
import static io.heed.benchmarks.traffic.TrafficTypes.OUTCOME;
import static io.heed.benchmarks.traffic.TrafficTypes.REFERENCE;

import io.heed.benchmarks.patterns.MeasuredPatterns;
import io.heed.events.CareEvent;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** The patterns of {@code patterns.yaml}, written by hand in plain flink-cep with conditions in Java. */
final class PlainPatterns {
    private static final String DATA = "usage.data";
    private static final String WEB = "web.visited";
    private static final String APP = "app.opened";
    private static final String BILL = "bill.issued";
    private static final String PAYMENT = "payment.made";
    private static final String DROPPED = "call.dropped";
    private static final String CALL = "call.started";
    private static final String CHAT = "chat.closed";
    private static final String POST = "social.posted";
    private static final String ADDED = "addon.added";
    private static final String CANCELLED = "addon.cancelled";

    private PlainPatterns() {}

    /** The same patterns; their names and thresholds are read from the definitions, nothing else. */
    static List<PlainPattern> of(PatternDefinitions definitions) {
        return definitions.all().stream().map(PlainPatterns::of).toList();
    }

    private static PlainPattern of(PatternDefinition definition) {
        String name = definition.name();
        double least = MeasuredPatterns.threshold(definition);
        return switch (MeasuredPatterns.original(name)) {
            case "unresolved-chat-then-call" ->
                plain(
                        name,
                        Set.of(CHAT, CALL),
                        begin("chat", openChat(least))
                                .followedBy("call")
                                .where(compared("chat", e -> is(e, CALL), (e, chat) -> same(KIND, e, chat)))
                                .within(Duration.ofDays(1)));
            case "unused-addon-30-days" -> unusedAddon(name, least, 30);
            case "unused-addon-120-days" -> unusedAddon(name, least, 120);
            case "bill-not-paid" ->
                plain(
                        name,
                        Set.of(BILL, PAYMENT),
                        begin("bill", atLeast(BILL, least))
                                .notFollowedBy("paid")
                                .where(compared(
                                        "bill",
                                        e -> is(e, PAYMENT) && has(e, KIND, "paid"),
                                        (e, bill) -> same(REFERENCE, e, bill)))
                                .within(Duration.ofDays(21)));
            case "silent-after-open-chat" ->
                plain(
                        name,
                        Set.of(CHAT, CALL, APP),
                        begin("chat", openChat(least))
                                .notFollowedBy("heard")
                                .where(when(e -> is(e, CALL) || is(e, CHAT) || is(e, APP)))
                                .within(Duration.ofDays(7)));
            case "angry-post-nobody-answered" ->
                plain(
                        name,
                        Set.of(POST, CALL, CHAT),
                        begin("post", atLeast(POST, least))
                                .notFollowedBy("contact")
                                .where(when(e -> is(e, CALL) || is(e, CHAT)))
                                .within(Duration.ofHours(2)));
            default -> counted(definition, name, least);
        };
    }

    private static PlainPattern counted(PatternDefinition definition, String name, double least) {
        return switch (MeasuredPatterns.original(name)) {
            case "three-dropped-calls" ->
                plain(
                        name,
                        Set.of(DROPPED),
                        beginSkipping("dropped", atLeast(DROPPED, least))
                                .times(3)
                                .within(Duration.ofDays(1)));
            case "five-dropped-calls" ->
                plain(
                        name,
                        Set.of(DROPPED),
                        beginSkipping("dropped", atLeast(DROPPED, least))
                                .times(5)
                                .within(Duration.ofDays(7)));
            case "two-failed-payments" ->
                plain(
                        name,
                        Set.of(PAYMENT),
                        beginSkipping("failed", failedPayment(least)).times(2).within(Duration.ofDays(30)));
            case "three-calls-in-a-week" ->
                plain(
                        name,
                        Set.of(CALL),
                        begin("calls", atLeast(CALL, least)).times(3).within(Duration.ofDays(7)));
            case "help-twice-then-chat" ->
                plain(
                        name,
                        Set.of(WEB, CHAT),
                        begin("visits", e -> is(e, WEB) && has(e, KIND, "help") && amount(e) >= least)
                                .times(2)
                                .followedBy("chat")
                                .where(when(e -> is(e, CHAT)))
                                .within(Duration.ofDays(1)));
            case "heavy-use-then-plans" ->
                plain(
                        name,
                        Set.of(DATA, WEB),
                        begin("uses", atLeast(DATA, least))
                                .times(3)
                                .followedBy("visit")
                                .where(when(e -> is(e, WEB) && has(e, KIND, "plans")))
                                .within(Duration.ofDays(3)));
            default -> sequence(definition, name, least);
        };
    }

    private static PlainPattern sequence(PatternDefinition definition, String name, double least) {
        return switch (MeasuredPatterns.original(name)) {
            case "dear-bill-then-call" ->
                plain(
                        name,
                        Set.of(BILL, CALL),
                        begin("bill", atLeast(BILL, least))
                                .followedBy("call")
                                .where(billingCall())
                                .within(Duration.ofDays(7)));
            case "failed-payment-then-call" ->
                plain(
                        name,
                        Set.of(PAYMENT, CALL),
                        begin("payment", failedPayment(least))
                                .followedBy("call")
                                .where(billingCall())
                                .within(Duration.ofDays(2)));
            case "cancel-page-then-call" ->
                plain(
                        name,
                        Set.of(WEB, CALL),
                        begin("visit", e -> is(e, WEB) && has(e, KIND, "cancel") && amount(e) >= least)
                                .followedBy("call")
                                .where(when(e -> is(e, CALL)))
                                .within(Duration.ofDays(2)));
            case "bill-rises" ->
                plain(
                        name,
                        Set.of(BILL),
                        begin("first", atLeast(BILL, least))
                                .followedBy("second")
                                .where(compared(
                                        "first",
                                        e -> is(e, BILL),
                                        (e, first) -> same(REFERENCE, e, first) && amount(e) > 1.3 * amount(first)))
                                .within(Duration.ofDays(40)));
            case "second-chat-same-topic" ->
                plain(
                        name,
                        Set.of(CHAT),
                        begin("first", atLeast(CHAT, least))
                                .followedBy("second")
                                .where(compared("first", e -> is(e, CHAT), (e, first) -> same(KIND, e, first)))
                                .within(Duration.ofDays(3)));
            case "dropped-call-then-post" ->
                plain(
                        name,
                        Set.of(DROPPED, POST),
                        begin("dropped", atLeast(DROPPED, least))
                                .followedBy("post")
                                .where(when(e -> is(e, POST) && amount(e) >= 0.5))
                                .within(Duration.ofDays(1)));
            case "addon-cancelled-soon" ->
                plain(
                        name,
                        Set.of(ADDED, CANCELLED),
                        begin("added", atLeast(ADDED, least))
                                .followedBy("cancelled")
                                .where(compared(
                                        "added", e -> is(e, CANCELLED), (e, added) -> same(REFERENCE, e, added)))
                                .within(Duration.ofDays(14)));
            case "app-then-web-then-call" ->
                plain(
                        name,
                        Set.of(APP, WEB, CALL),
                        begin("app", e -> is(e, APP) && has(e, KIND, "usage") && amount(e) >= least)
                                .followedBy("web")
                                .where(when(e -> is(e, WEB) && has(e, KIND, "usage")))
                                .followedBy("call")
                                .where(when(e -> is(e, CALL)))
                                .within(Duration.ofDays(1)));
            default -> throw new IllegalArgumentException("pattern is not written in plain CEP: " + definition.name());
        };
    }

    private static PlainPattern unusedAddon(String name, double least, int days) {
        return plain(
                name,
                Set.of(ADDED, DATA, CANCELLED),
                begin("added", atLeast(ADDED, least))
                        .notFollowedBy("used")
                        .where(compared(
                                "added", e -> is(e, DATA) || is(e, CANCELLED), (e, added) -> same(REFERENCE, e, added)))
                        .within(Duration.ofDays(days)));
    }

    private static PlainPattern plain(String name, Set<String> types, Pattern<CareEvent, ?> pattern) {
        return new PlainPattern(name, types, pattern);
    }

    private static Pattern<CareEvent, CareEvent> begin(String stage, Compared.Test test) {
        return Pattern.<CareEvent>begin(stage).where(when(test));
    }

    private static Pattern<CareEvent, CareEvent> beginSkipping(String stage, Compared.Test test) {
        return Pattern.<CareEvent>begin(stage, AfterMatchSkipStrategy.skipPastLastEvent())
                .where(when(test));
    }

    private static SimpleCondition<CareEvent> when(Compared.Test test) {
        return SimpleCondition.of(test::holds);
    }

    private static SimpleCondition<CareEvent> billingCall() {
        return when(e -> is(e, CALL) && has(e, KIND, "billing"));
    }

    private static Compared compared(String earlier, Compared.Test test, Compared.Comparison comparison) {
        return new Compared(earlier, test, comparison);
    }

    private static Compared.Test atLeast(String type, double least) {
        return event -> is(event, type) && amount(event) >= least;
    }

    private static Compared.Test openChat(double least) {
        return event -> is(event, CHAT) && has(event, OUTCOME, "open") && amount(event) >= least;
    }

    private static Compared.Test failedPayment(double least) {
        return event -> is(event, PAYMENT) && has(event, KIND, "failed") && amount(event) >= least;
    }

    private static boolean is(CareEvent event, String type) {
        return event.type().name().equals(type);
    }

    private static boolean has(CareEvent event, int place, String text) {
        return text.equals(event.value(place));
    }

    private static boolean same(int place, CareEvent event, CareEvent earlier) {
        return Objects.equals(event.value(place), earlier.value(place));
    }

    private static double amount(CareEvent event) {
        return event.value(AMOUNT) instanceof Double amount ? amount : Double.NaN;
    }
}
