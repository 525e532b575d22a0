package io.heed.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.SharedHistory;
import io.heed.features.FeatureDefinitions;
import io.heed.features.FeatureStage;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The bill spike on the shipped features, worked out from the bills themselves. */
class CorrectedBillTest {
    private final MemoryStateStore store = new MemoryStateStore();
    private final Agenda agenda = new Agenda(store);
    private final FeatureStage features = new FeatureStage(
            store,
            agenda.of("features"),
            FeatureDefinitions.load(Telco.WORKSPACE, Telco.CATALOGUE),
            Telco.CATALOGUE,
            SharedHistory.EMPTY);
    private final PatternStage patterns = new PatternStage(
            store,
            agenda.of("patterns"),
            PatternDefinitions.of(List.of(Objects.requireNonNull(Telco.PATTERNS.find("bill-spike")))),
            Telco.CATALOGUE,
            Telco.FEATURES);
    private final List<String> spikes = new ArrayList<>();

    @Test
    void aCorrectedBillIsComparedWithTheBillsBeforeTheOneItReplaces() {
        threeBillsOfFifty();
        handle(bill("b4", "90d", 100.0));
        handle(corrected("b5", "b4", "95d", 66.0));

        assertThat(spikes).as("66 is below 1.3 times 67 but above 1.3 times 50").containsExactly("b4", "b5");
    }

    @Test
    void aBillAfterTheCorrectionIsComparedWithTheCorrectedOne() {
        threeBillsOfFifty();
        handle(bill("b4", "90d", 200.0));
        handle(corrected("b5", "b4", "95d", 50.0));
        handle(bill("b6", "120d", 70.0));

        assertThat(spikes)
                .as("70 is above 1.3 times 50, not above 1.3 times 100")
                .containsExactly("b4", "b6");
    }

    @Test
    void anExplanationSilencesTheNextBillOnly() {
        threeBillsOfFifty();
        handle(Telco.event("o", "outreach.sent", "85d", "channel", "email", "topic", "bill-explanation"));
        handle(bill("b4", "90d", 100.0));
        handle(bill("b5", "110d", 150.0));

        assertThat(spikes).containsExactly("b5");
    }

    private void threeBillsOfFifty() {
        handle(bill("b1", "1d", 50.0));
        handle(bill("b2", "30d", 50.0));
        handle(bill("b3", "60d", 50.0));
    }

    private void handle(CareEvent event) {
        patterns.onEvent(event, features.at(event.dueMillis(), event))
                .forEach(match -> spikes.add(match.anchor().id()));
        features.observe(event);
    }

    private static CareEvent bill(String id, String after, double charges) {
        return Telco.late(
                id,
                "bill.issued",
                after,
                after + "6h",
                "bill",
                id,
                "account",
                "a1",
                "kind",
                "regular",
                "charges",
                charges,
                "amount",
                charges);
    }

    private static CareEvent corrected(String id, String replaces, String after, double charges) {
        return Telco.late(
                id,
                "bill.corrected",
                after,
                after + "6h",
                "bill",
                id,
                "replaces",
                replaces,
                "account",
                "a1",
                "kind",
                "regular",
                "charges",
                charges,
                "amount",
                charges);
    }
}
