package io.heed.triggers.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.heed.events.CareEvent;
import io.heed.events.codec.CloudEventWriter;
import io.heed.events.state.Codec;
import io.heed.models.health.Drift;
import io.heed.models.health.ModelHealth;
import io.heed.models.health.ModelHealthJson;
import io.heed.models.health.Quality;
import io.heed.models.health.Serving;
import io.heed.models.prediction.Arm;
import io.heed.triggers.CareTeamDay;
import io.heed.triggers.TelcoWorkspace;
import io.heed.triggers.TestPlays;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = TelcoWorkspace.ROOT.resolve("triggers");

    @Test
    void everyStepOfATriggerFitsItsSchema() throws IOException {
        JsonSchema schema = schema("care-trigger");
        CareTeamDay day = fullDay();

        assertThat(day.triggers().stream().map(CareTrigger::step)).contains(TriggerStep.values());
        for (CareTrigger trigger : day.triggers()) {
            assertThat(schema.validate(JSON.readTree(CareTriggerWriter.write(trigger))))
                    .as(trigger.id())
                    .isEmpty();
        }
    }

    @Test
    void everyDecisionFitsItsSchema() throws IOException {
        JsonSchema schema = schema("decision");
        for (Decision decision : fullDay().log()) {
            assertThat(schema.validate(JSON.readTree(DecisionWriter.write(decision))))
                    .as(decision.id())
                    .isEmpty();
        }
    }

    @Test
    void theHealthOfAModelFitsItsSchema() throws IOException {
        Quality none = new Quality(0, null, null, null, null, null, null, null);
        Quality some = new Quality(9, 0.2, 0.3, 0.5, 1.0, 0.8, 0.1, new Quality.Calibration(0.1, 0.05, true));
        Drift drift = new Drift(0.3, 0.2, 4);
        for (ModelHealth.Shown shown : ModelHealth.Shown.values()) {
            for (Arm arm : Arm.values()) {
                ModelHealth health = new ModelHealth(
                        new Serving("m", 1, arm),
                        "5f",
                        "t",
                        0.5,
                        0,
                        5,
                        9,
                        8.5,
                        arm == Arm.SHADOW
                                ? null
                                : new ModelHealth.DriftReport(drift, new TreeMap<>(Map.of("x", drift))),
                        none,
                        shown,
                        none,
                        some,
                        3);
                assertThat(schema("model-health").validate(JSON.readTree(ModelHealthJson.write(health))))
                        .isEmpty();
            }
        }
    }

    @Test
    void theSchemaListsEveryReasonAndOutcome() throws IOException {
        JsonNode data = JSON.readTree(Files.readString(FOLDER.resolve("schema/decision.schema.json")))
                .at("/properties/data/properties");

        assertThat(texts(data.at("/reason/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(Reason.values()).stream().map(Reason::code).toList());
        assertThat(texts(data.at("/outcome/enum")))
                .containsExactlyInAnyOrderElementsOf(List.of(DecisionOutcome.values()).stream()
                        .map(Envelope::word)
                        .toList());
    }

    @Test
    void anOutcomeEventFitsItsSchemaAndItsTypeHasTheSameValues() throws IOException {
        CareEvent event = TelcoWorkspace.event(
                "care.outcome", "o1", "C1", 0, "triggerId", "t", "outcome", "solved", "channel", "app");

        assertThat(schema("care-outcome").validate(JSON.readTree(CloudEventWriter.write(event))))
                .isEmpty();
        JsonNode values = JSON.readTree(Files.readString(FOLDER.resolve("schema/care-outcome.schema.json")))
                .at("/properties/data/properties/outcome/enum");
        assertThat(texts(values))
                .containsExactlyInAnyOrderElementsOf(event.type()
                        .fields()
                        .get(event.type().indexOf("outcome"))
                        .values());
    }

    @Test
    void theSchemaRefusesWhatIsNotInTheContract() throws IOException {
        String json = CareTriggerWriter.write(fullDay().triggers().get(0));

        assertThat(schema("care-trigger").validate(JSON.readTree(json.replace("\"urgency\"", "\"urgencie\""))))
                .isNotEmpty();
        assertThat(schema("care-trigger")
                        .validate(JSON.readTree(json.replace("\"step\":\"raised\"", "\"step\":\"made\""))))
                .isNotEmpty();
    }

    @Test
    void asyncApiNamesSchemasThatExist() throws IOException {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(FOLDER.resolve("asyncapi.yaml")));
        JsonNode api = JSON.valueToTree(document);

        assertThat(api.get("asyncapi").textValue()).isEqualTo("3.0.0");
        assertThat(api.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(api.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(FOLDER.resolve(reference)).exists();
            }
        });
    }

    @Test
    void triggersAndDecisionsSurviveTheirCodecs() throws IOException {
        CareTeamDay day = fullDay();
        for (CareTrigger trigger : day.triggers()) {
            assertThat(roundTrip(new CareTriggerCodec(), trigger)).isEqualTo(trigger);
        }
        for (Decision decision : day.log()) {
            assertThat(roundTrip(new DecisionCodec(), decision)).isEqualTo(decision);
        }
    }

    @Test
    void noIdOccursTwice() {
        CareTeamDay day = fullDay();
        Set<String> ids = new HashSet<>();

        assertThat(day.triggers()).allMatch(trigger -> ids.add(trigger.id()));
        assertThat(day.log()).allMatch(decision -> ids.add(decision.id()));
    }

    @Test
    void theTriggerIdDependsOnPlayCustomerSignalAnchorAndTime() {
        CareTeamDay day =
                CareTeamDay.with(TestPlays.file(TestPlays.EXPLAIN_BILL)).at("2026-03-02T10:00:00Z");
        var signal = new io.heed.triggers.signal.MatchSignal(day.match("spike", "bill", day.bill(80)));
        day.at("2026-03-02T10:00:01Z");
        var later = new io.heed.triggers.signal.MatchSignal(day.match("spike", "bill", day.bill(80)));

        assertThat(Set.of(
                        TriggerIds.of("s", "p", "c", signal),
                        TriggerIds.of("t", "p", "c", signal),
                        TriggerIds.of("s", "q", "c", signal),
                        TriggerIds.of("s", "p", "d", signal),
                        TriggerIds.of("s", "p", "c", later)))
                .hasSize(5);
        assertThat(TriggerIds.of("s", "p", "c", signal)).isEqualTo(TriggerIds.of("s", "p", "c", signal));
    }

    /** A day on which every step is taken and every kind of evidence is carried. */
    private static CareTeamDay fullDay() {
        CareTeamDay day = CareTeamDay.with(TestPlays.withPolicy(
                        """
                        policy:
                          quiet-hours: {from: "22:00", until: "07:00"}
                        """,
                        TestPlays.EXPLAIN_BILL.replace("[bill, charges]", "[bill, charges, dueOn, items]"),
                        TestPlays.RESCUE_PAYMENT,
                        TestPlays.CALL_BACK,
                        TestPlays.CALL_AFTER_CHAT,
                        TestPlays.FIX_FORM,
                        TestPlays.ADVISE_CART))
                .at("2026-03-02T10:00:00.250Z")
                .feature("bill_ratio", 1.5)
                .happens("customer.profile", "consentProfiling", true, "timeZone", "UTC");
        CareEvent bill = day.event(
                "bill.issued",
                "bill",
                "B1",
                "charges",
                80.0,
                "dueOn",
                "2026-03-20T00:00:00Z",
                "items",
                List.of(java.util.Map.of("kind", "usage", "amount", 12.5)));
        day.happens(bill, List.of(day.match("spike", "bill", bill)), List.of())
                .at("2026-03-02T11:00:00Z")
                .paymentFails();
        CareEvent ended = day.event("contact.ended", "contact", "service");
        day.happens(ended, List.of(), List.of(day.score(0.75, Arm.CHAMPION, ended)));
        CareEvent chat = day.event("chat.closed", "conversation", "c1", "topic", "billing");
        CareEvent call = day.event("call.started", "conversation", "k1");
        day.happens(call, List.of(day.match("chat-then-call", "chat", chat, "call", call)), List.of())
                .at("2026-03-02T12:00:00Z")
                .happens("call.ended", "conversation", "k1")
                .happens("care.outcome", "triggerId", day.triggers().get(0).triggerId(), "outcome", "solved")
                .at("2026-03-02T22:30:00Z");
        CareEvent form = day.event("form.failed", "form", "top-up", "reason", "timeout");
        CareEvent cart = day.event("cart.abandoned", "cart", "K1", "amount", 25.0);
        day.happens(form, List.of(day.match("form", "form", form), day.match("cart", "cart", cart)), List.of())
                .at("2026-03-03T12:00:00Z")
                .happens("customer.profile", "stopReason", "fraud")
                .erased();
        return day;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(item -> texts.add(item.textValue()));
        return texts;
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FOLDER.resolve("schema/" + name + ".schema.json")));
    }

    private static <T> T roundTrip(Codec<T> codec, T value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(value, new DataOutputStream(bytes));
        return codec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), codec.version());
    }
}
