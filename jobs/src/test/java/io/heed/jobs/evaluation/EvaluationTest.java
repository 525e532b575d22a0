package io.heed.jobs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.training.CustomerSplit;
import io.heed.models.prediction.Arm;
import io.heed.models.prediction.Prediction;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Evidence;
import io.heed.triggers.contract.Proposal;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.Autonomy;
import io.heed.triggers.play.Said;
import io.heed.triggers.play.Urgency;
import io.heed.triggers.profile.Purpose;
import io.heed.triggers.signal.SignalKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three customers: Ann's roaming made a bill of 60 instead of 20 USD and she called about it on the 5th; Bob had an
 * outage on the 3rd and said nothing; Cat's roaming is open still and made her bill 22 instead of 20 USD, and she never
 * called.
 */
class EvaluationTest {
    private static final String TRUTH = """
            {"kind":"recording","customers":3}
            {"kind":"episode","customer":"ann","cause":"roaming","from":"2026-03-01T00:00:00Z","until":"2026-03-06T00:00:00Z","bills":[{"usual":20,"charges":60}],"contacts":[{"time":"2026-03-05T00:00:00Z"}]}
            {"kind":"episode","customer":"bob","cause":"outage","from":"2026-03-03T00:00:00Z","until":"2026-03-04T00:00:00Z","contacts":[]}
            {"kind":"episode","customer":"cat","cause":"roaming","from":"2026-03-02T00:00:00Z","bills":[{"usual":20,"charges":22}],"contacts":[]}
            {"kind":"contact-end","customer":"ann","time":"2026-03-05T00:10:00Z","probability":0.8,"repeated":true,"complete":true}
            {"kind":"contact-end","customer":"bob","time":"2026-03-05T00:20:00Z","probability":0.3,"repeated":false,"complete":true}
            {"kind":"contact-end","customer":"cat","time":"2026-03-05T00:30:00Z","probability":0.1,"repeated":false,"complete":true}
            {"kind":"contact-end","customer":"cat","time":"2026-03-31T00:30:00Z","probability":0.9,"repeated":true,"complete":false}
            {"kind":"bill","customer":"ann","event":"bill-1","time":"2026-03-05T00:00:00Z","probability":0.2,"contacted":false}
            {"kind":"bill","customer":"ann","event":"bill-2","time":"2026-03-05T00:00:00Z","probability":0.7,"contacted":true}
            """;
    private static final String ANSWERS = """
            grace: 24h
            bill-ratio: 1.3
            bill-rise: 5
            plays:
              explain-bill: {scope: billed, causes: [roaming]}
              sorry-for-outage: {causes: [outage]}
            """;

    @TempDir
    Path folder;

    private Evaluation evaluation;

    @BeforeEach
    void readTheTruth() throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.jsonl"), TRUTH);
        Path answers = Files.writeString(folder.resolve("answers.yaml"), ANSWERS);
        evaluation = new Evaluation(Truth.read(truth), Answers.read(answers), new CustomerSplit(1));
    }

    @Test
    void aTriggerIsRightWhileAnEpisodeOfItsCauseIsOpenOrWithinTheGrace() {
        raised("ann", "explain-bill", "2026-02-28T23:59:59Z"); // before it began
        raised("ann", "explain-bill", "2026-03-01T00:00:00Z");
        raised("ann", "explain-bill", "2026-03-07T00:00:00Z"); // a day after its end
        raised("ann", "explain-bill", "2026-03-07T00:00:01Z");
        raised("bob", "explain-bill", "2026-03-03T12:00:00Z"); // his cause is another

        JsonNode play = evaluation.report().path("plays").path("explain-bill");

        assertThat(play.path("raised").asInt()).isEqualTo(5);
        assertThat(play.path("right").asInt()).isEqualTo(2);
        assertThat(play.path("precision").asDouble()).isEqualTo(0.4);
    }

    @Test
    void recallCountsTheEpisodesThatThePlayCouldFind() {
        raised("cat", "explain-bill", "2026-03-03T00:00:00Z"); // right, but her bill rose too little to be in scope

        JsonNode report = evaluation.report();

        JsonNode bills = report.path("plays").path("explain-bill");
        assertThat(bills.path("right").asInt()).isEqualTo(1);
        assertThat(bills.path("episodes").asInt()).isEqualTo(1);
        assertThat(bills.path("found").asInt()).isZero();
        assertThat(bills.path("recall").asDouble()).isZero();
        JsonNode outages = report.path("plays").path("sorry-for-outage");
        assertThat(outages.path("raised").asInt()).isZero();
        assertThat(outages.path("episodes").asInt()).isEqualTo(1);
        assertThat(outages.path("precision").asDouble()).isNaN();
    }

    @Test
    void onlyTriggersBeforeTheContactAreInTime() {
        raised("ann", "explain-bill", "2026-03-04T00:00:00Z");
        raised("ann", "explain-bill", "2026-03-05T00:00:00Z"); // at the contact itself, too late
        raised("bob", "sorry-for-outage", "2026-03-03T06:00:00Z"); // he never got in touch

        JsonNode report = evaluation.report();

        assertThat(report.path("beforeTheContactShare").asDouble()).isEqualTo(0.5);
        assertThat(report.path("raised").asInt()).isEqualTo(3);
        assertThat(report.path("precision").asDouble()).isEqualTo(1);
        assertThat(report.path("plays").path("explain-bill").path("withContact").asInt())
                .isEqualTo(2);
        assertThat(report.path("plays")
                        .path("explain-bill")
                        .path("beforeAContact")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theLoadIsThatOfAThousandCustomersInAWeek() {
        raised("ann", "explain-bill", "2026-03-01T00:00:00Z");
        raised("bob", "sorry-for-outage", "2026-03-08T00:00:00Z");
        raised("cat", "explain-bill", "2026-03-15T00:00:00Z");

        // three triggers in two weeks for three customers
        assertThat(evaluation.report().path("triggersPer1000CustomersAWeek").asDouble())
                .isEqualTo(500);
    }

    @Test
    void aCaseThatEndsBeforeTheNextBeginsIsNeverOpenTwice() {
        step("t1", "ann", "explain-bill", TriggerStep.RAISED, "2026-03-01T00:00:00Z", 20);
        step("t1", "ann", "explain-bill", TriggerStep.CLOSED, "2026-03-02T00:00:00Z", 20);
        step("t2", "ann", "explain-bill", TriggerStep.RAISED, "2026-03-02T00:00:00Z", 20);
        assertThat(evaluation.report().path("mostOpenTriggersOfACase").asInt()).isEqualTo(1);

        step("t3", "ann", "explain-bill", TriggerStep.RAISED, "2026-03-03T00:00:00Z", 20);
        assertThat(evaluation.report().path("mostOpenTriggersOfACase").asInt()).isEqualTo(2);
    }

    @Test
    void ofADayTheFortyWorthMostCount() {
        for (int i = 0; i < 40; i++) {
            step("wrong" + i, "bob", "explain-bill", TriggerStep.RAISED, "2026-03-03T00:00:00Z", 10);
        }
        for (int i = 0; i < 10; i++) {
            step("right" + i, "ann", "explain-bill", TriggerStep.RAISED, "2026-03-03T00:00:00Z", 20);
        }

        assertThat(evaluation.report().path("precisionOfFortyADay").asDouble()).isEqualTo(10.0 / 40);
    }

    @Test
    void aSignalCountsOnceAlsoWhereItsTriggerWasHeldBack() {
        decided("ann", "t1", DecisionOutcome.DELAYED, "2026-03-03T00:00:00Z");
        decided("ann", "t1", DecisionOutcome.RAISED, "2026-03-03T08:00:00Z");
        decided("bob", "t2", DecisionOutcome.HELD, "2026-03-03T00:00:00Z");

        JsonNode pattern = evaluation.report().path("patterns").path("bill-spike");

        assertThat(pattern.path("raised").asInt()).isEqualTo(2);
        assertThat(pattern.path("right").asInt()).isEqualTo(1);
        assertThat(pattern.path("recall").asDouble()).isEqualTo(1);
    }

    @Test
    void modelsAreRankedBesideTheTrueProbabilitiesAndShadowsAreNot() {
        predicted("ann", "2026-03-05T00:10:00Z", Arm.CHAMPION, 0.6);
        predicted("bob", "2026-03-05T00:20:00Z", Arm.CHALLENGER, 0.7);
        predicted("cat", "2026-03-05T00:30:00Z", Arm.CHAMPION, 0.2);
        predicted("cat", "2026-03-05T00:30:00Z", Arm.SHADOW, 0.9);
        predicted("cat", "2026-03-31T00:30:00Z", Arm.CHAMPION, 0.9); // its outcome is not known for certain

        JsonNode model = evaluation.report().path("models").path("repeat-contact");

        assertThat(model.path("decisionsOfUnseenCustomers").asInt()).isEqualTo(3);
        assertThat(model.path("happened").asInt()).isEqualTo(1);
        assertThat(model.path("auc").asDouble()).isEqualTo(0.5); // ann above cat, below bob
        assertThat(model.path("aucOfTrueProbabilities").asDouble()).isEqualTo(1);
    }

    @Test
    void billsOfOneNightAreToldApartByTheirEvents() {
        evaluation.add(prediction("bill-contact", "ann", "bill-1", "2026-03-05T00:00:00Z", Arm.CHAMPION, 0.1));
        evaluation.add(prediction("bill-contact", "ann", "bill-2", "2026-03-05T00:00:00Z", Arm.CHAMPION, 0.4));
        evaluation.add(prediction("bill-contact", "ann", "bill-3", "2026-03-05T00:00:00Z", Arm.CHAMPION, 0.9));

        JsonNode model = evaluation.report().path("models").path("bill-contact");

        assertThat(model.path("decisionsOfUnseenCustomers").asInt()).isEqualTo(2);
        assertThat(model.path("happened").asInt()).isEqualTo(1);
        assertThat(model.path("auc").asDouble()).isEqualTo(1);
        assertThat(model.path("aucOfTrueProbabilities").asDouble()).isEqualTo(1);
    }

    @Test
    void aReplayThatDidNothingHasFiguresToo() {
        JsonNode report = evaluation.report();

        assertThat(report.path("raised").asInt()).isZero();
        assertThat(report.path("triggersPer1000CustomersAWeek").asDouble()).isZero();
        assertThat(report.path("mostOpenTriggersOfACase").asInt()).isZero();
        assertThat(report.path("models")).isEmpty();
    }

    @Test
    void aRecordingWithoutTruthHasNoEvaluation() throws IOException {
        assertThat(Evaluation.beside(folder.resolve("events.jsonl"), new CustomerSplit(1)))
                .isNull();
    }

    private void raised(String customer, String play, String time) {
        step(customer + play + time, customer, play, TriggerStep.RAISED, time, 20);
    }

    private void step(String id, String customer, String play, TriggerStep step, String time, double value) {
        long millis = Instant.parse(time).toEpochMilli();
        evaluation.add(new CareResult.Triggered(new CareTrigger(
                id,
                step,
                0,
                millis,
                Reason.SIGNAL,
                "",
                customer,
                "higher-bill",
                play,
                1,
                new Said("bill-higher", "The bill is higher than usual.", Urgency.HIGH),
                new Proposal("call", "app", List.of("app"), true, Purpose.SERVICE, Autonomy.AUTO, 0.5, value, 1),
                null,
                millis,
                millis + 1,
                new Evidence(SignalKind.PATTERN, "bill-spike", 1, millis, List.of(), new TreeMap<>(), null),
                List.of(),
                "",
                false)));
    }

    private void decided(String customer, String triggerId, DecisionOutcome outcome, String time) {
        evaluation.add(new CareResult.Decided(new Decision(
                Instant.parse(time).toEpochMilli(),
                customer,
                "explain-bill",
                "higher-bill",
                "bill-spike",
                triggerId,
                outcome,
                0,
                Reason.SIGNAL,
                "",
                10,
                0,
                false)));
    }

    private void predicted(String customer, String time, Arm arm, double score) {
        evaluation.add(prediction("repeat-contact", customer, "E1", time, arm, score));
    }

    private static CareResult prediction(
            String model, String customer, String event, String time, Arm arm, double score) {
        return new CareResult.Predicted(
                new Prediction(
                        model,
                        1,
                        "hash",
                        model,
                        customer,
                        arm,
                        score,
                        0.5,
                        event,
                        Instant.parse(time).toEpochMilli(),
                        List.of(),
                        0,
                        List.of()),
                0);
    }
}
