package io.heed.triggers.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.patterns.PatternMatch;
import io.heed.triggers.CareTeamDay;
import io.heed.triggers.TestPlays;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.CareTriggerWriter;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionWriter;
import io.heed.triggers.contract.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ArbitrationTest {
    private static final long DAY_MILLIS = 86_400_000;
    private static final long START_MILLIS = 1_772_000_000_000L;

    /** Causes with the probability, customer's and company's value of their one play. */
    private record Stake(String pattern, String cause, double probability, double customer, double business) {
        String play() {
            return "play-" + cause;
        }

        String yaml(boolean reaches) {
            return """
                      %s:
                        description: A play.
                        cause: %s
                        signal: {pattern: %s}
                        action: act
                        channels: [app]
                        reaches-customer: %s
                        purpose: service
                        autonomy: auto
                        value: {customer: %s, business: %s}
                        probability: %s
                        cool-down: 0s
                        expires: 1h
                        reasons: [{code: due, sentence: Something happened.}]
                        message: {template: anything}
                    """.formatted(play(), cause, pattern, reaches, customer, business, probability);
        }
    }

    private static final List<Stake> STAKES = List.of(
            new Stake("spike", "billing", 0.5, 20, 5),
            new Stake("declined", "payment", 0.25, 40, 5), // the same product and value to the company as billing
            new Stake("cart", "cart", 0.5, 20, 9), // the same product, worth more to the company
            new Stake("form", "form", 0.9, 5, 90));

    private static final CareTeamDay REACHING = newDay(true);
    private static final CareTeamDay FOR_AGENTS = newDay(false);

    @Test
    void betweenCausesProbabilityTimesCustomerValueDecidesThenBusinessValueThenTheName() {
        assertThat(winner("spike", "form")).isEqualTo("play-billing"); // 10 against 4.5, whatever the company gains
        assertThat(winner("spike", "cart")).isEqualTo("play-cart"); // 10 against 10, 9 against 5
        assertThat(winner("spike", "declined")).isEqualTo("play-billing"); // all equal: by name
    }

    @Test
    void theOthersAreLoggedAsOutranked() {
        CareTeamDay day = day(false);
        day.atMillis(START_MILLIS);
        happens(day, List.of("spike", "cart", "form"));

        assertThat(day.sent()).containsExactly("play-cart raised");
        assertThat(day.held("play-billing")).containsExactly(Reason.OUTRANKED);
        assertThat(day.held("play-form")).containsExactly(Reason.OUTRANKED);
        assertThat(day.log())
                .anySatisfy(decision -> assertThat(decision.detail()).isEqualTo("by play-cart"));
    }

    @Test
    void whatIsHeldBackOutranksNobody() {
        CareTeamDay held = CareTeamDay.with(TestPlays.withPolicy(
                        """
                        policy:
                          quiet-hours: {from: "00:00", until: "00:00"}
                          contact-caps: [{messages: 0, within: 1d}]
                        """, STAKES.get(2).yaml(true), STAKES.get(3).yaml(false)))
                .atMillis(START_MILLIS);
        happens(held, List.of("cart", "form"));

        assertThat(held.held("play-cart")).containsExactly(Reason.CONTACT_CAP);
        assertThat(held.sent()).containsExactly("play-form raised");
    }

    @Property(tries = 200)
    void theSameBytesComeWhateverOrderTheSignalsOfOneInstantHave(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 3) Integer> drawn, @ForAll long seed) {
        List<String> patterns =
                drawn.stream().map(index -> STAKES.get(index).pattern()).toList();

        assertThat(bytes(patterns, new Random(seed))).isEqualTo(bytes(patterns, new Random(~seed)));
    }

    /** Slow and obvious: one case for each cause, one trigger an instant, at most two messages in a week. */
    @Property(tries = 150)
    void decidesAsTheObviousWayDoes(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(min = 1, max = 15) Integer> sets,
            @ForAll @Size(25) List<@IntRange(min = 0, max = 60) Integer> hours,
            @ForAll @Size(25) List<Boolean> otherMessages) {
        CareTeamDay day = day(true);
        Obvious obvious = new Obvious();
        long nowMillis = START_MILLIS;
        for (int i = 0; i < sets.size(); i++) {
            nowMillis += hours.get(i) * 1_800_000L + 1;
            day.atMillis(nowMillis);
            if (otherMessages.get(i)) {
                day.happens("outreach.sent", "channel", "email", "system", "campaigns");
                obvious.messages.add(nowMillis);
            }
            List<Stake> stakes = new ArrayList<>();
            for (int bit = 0; bit < STAKES.size(); bit++) {
                if ((sets.get(i) >> bit & 1) == 1) {
                    stakes.add(STAKES.get(bit));
                }
            }
            happens(day, stakes.stream().map(Stake::pattern).toList());
            obvious.decide(stakes, nowMillis);
        }

        List<String> raised = day.triggers().stream()
                .filter(trigger ->
                        trigger.revision() == 0 && trigger.step().name().equals("RAISED"))
                .map(trigger -> trigger.timeMillis() + " " + trigger.play())
                .toList();
        assertThat(raised).isEqualTo(obvious.raised);
        assertThat(day.log().stream()
                        .filter(decision ->
                                decision.reason() == Reason.OUTRANKED || decision.reason() == Reason.CONTACT_CAP)
                        .map(decision -> decision.timeMillis() + " " + decision.play() + " " + decision.reason())
                        .sorted())
                .isEqualTo(obvious.held.stream().sorted().toList());
    }

    private static final class Obvious {
        private final List<Long> messages = new ArrayList<>();
        private final TreeMap<String, Long> openUntil = new TreeMap<>();
        private final List<String> raised = new ArrayList<>();
        private final List<String> held = new ArrayList<>();

        void decide(List<Stake> stakes, long nowMillis) {
            long lately = messages.stream()
                    .filter(sent -> sent > nowMillis - 7 * DAY_MILLIS)
                    .count();
            List<Stake> free = new ArrayList<>();
            for (Stake stake : stakes) {
                if (openUntil.getOrDefault(stake.cause(), 0L) > nowMillis) {
                    openUntil.put(stake.cause(), nowMillis + 3_600_000); // joins, and so lives longer
                } else if (lately >= 2) {
                    held.add(nowMillis + " " + stake.play() + " CONTACT_CAP");
                } else {
                    free.add(stake);
                }
            }
            free.sort(Comparator.comparingDouble((Stake stake) -> -stake.probability() * stake.customer())
                    .thenComparingDouble(stake -> -stake.business())
                    .thenComparing(Stake::play));
            for (int i = 0; i < free.size(); i++) {
                Stake stake = free.get(i);
                if (i == 0) {
                    raised.add(nowMillis + " " + stake.play());
                    messages.add(nowMillis);
                    openUntil.put(stake.cause(), nowMillis + 3_600_000);
                } else {
                    held.add(nowMillis + " " + stake.play() + " OUTRANKED");
                }
            }
        }
    }

    private static String winner(String... patterns) {
        CareTeamDay day = day(false).atMillis(START_MILLIS);
        happens(day, List.of(patterns));
        assertThat(day.triggers()).hasSize(1);
        return day.last().play();
    }

    private static List<String> bytes(List<String> patterns, Random shuffle) {
        CareTeamDay day = day(false).atMillis(START_MILLIS);
        List<PatternMatch> matches = matches(day, patterns);
        Collections.shuffle(matches, shuffle);
        day.due(matches.toArray(PatternMatch[]::new));
        List<String> lines = new ArrayList<>();
        for (CareTrigger trigger : day.triggers()) {
            lines.add(CareTriggerWriter.write(trigger));
        }
        for (Decision decision : day.log()) {
            lines.add(DecisionWriter.write(decision));
        }
        return lines;
    }

    private static void happens(CareTeamDay day, List<String> patterns) {
        List<PatternMatch> matches = matches(day, patterns);
        day.happens(matches.get(0).last(), matches, List.of());
    }

    private static List<PatternMatch> matches(CareTeamDay day, List<String> patterns) {
        List<PatternMatch> matches = new ArrayList<>();
        for (String pattern : patterns) {
            CareEvent event = switch (pattern) {
                case "spike" -> day.bill(80);
                case "declined" -> day.event("payment.failed", "account", "A1", "amount", 30.0);
                case "cart" -> day.event("cart.abandoned", "cart", "K1", "amount", 25.0);
                default -> day.event("form.failed", "form", "top-up", "reason", "timeout");
            };
            String stage = switch (pattern) {
                case "spike" -> "bill";
                case "declined" -> "payment";
                default -> pattern;
            };
            matches.add(day.match(pattern, stage, event));
        }
        return matches;
    }

    private static CareTeamDay day(boolean reaches) {
        return (reaches ? REACHING : FOR_AGENTS).again();
    }

    private static CareTeamDay newDay(boolean reaches) {
        return CareTeamDay.with(TestPlays.withPolicy(
                """
                policy:
                  quiet-hours: {from: "00:00", until: "00:00"}
                  contact-caps: [{messages: 2, within: 7d}]
                """, STAKES.stream().map(stake -> stake.yaml(reaches)).toArray(String[]::new)));
    }
}
