package io.heed.jobs.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.PersonalData;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.jobs.brokeninput.BrokenRecord;
import io.heed.jobs.brokeninput.BrokenRecords;
import io.heed.jobs.endtoend.DisturbedRecording.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The disturbed recording of the telco with personal data wherever a source can put it: in every field that is flagged,
 * in fields and attributes that nobody declared, in records that cannot be read, in events of nobody, of areas and of
 * the company, and in events that come too late. Its last events are still waiting when everything has been read.
 */
final class PlantedRecording {
    /** Names the conversation of the last messages; no personal data, so it is in the state as long as they wait. */
    static final String WAITING = "waiting-conversation";

    private static final String EVENT_TYPES = """
            event-types:
              outage.told:
                description: Somebody tells of an outage in an area.
                subject: area
                fields: {phone: {type: text, personal: hash}, text: {type: text, personal: redact}}
              company.told:
                description: Somebody tells something to all.
                subject: company
                fields: {email: {type: text, personal: hash}, text: {type: text, personal: redact}}
              visit.noted:
                description: A visit to a shop, with notes.
                fields:
                  notes:
                    type: list
                    fields: {phone: {type: text, personal: hash}, text: {type: text, personal: redact}}
            """;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAST_CUSTOMER = "C000027"; // the last who is erased
    private static final int LAST_MESSAGES = 12;
    private static final int LARGEST_RECORD = 900_000; // more than Kafka takes as it comes

    private final EventCatalogue catalogue;
    private final Map<String, PlantedPerson> hashed = new HashMap<>();
    private final List<PlantedPerson> people = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private long endMillis;
    private long lastArrivalMillis;
    private int events;

    private PlantedRecording(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Adds event types of areas and the company, and with lists, whose fields are flagged, to a workspace. */
    static void addEventTypes(Path workspace) throws IOException {
        Files.writeString(workspace.resolve("events/definitions/planted.yaml"), EVENT_TYPES);
    }

    /** A recording with what is planted in it. */
    static PlantedRecording of(List<Line> disturbed, EventCatalogue catalogue) {
        PlantedRecording recording = new PlantedRecording(catalogue);
        disturbed.stream().filter(line -> isKept(line.subject())).forEach(recording::plantInto);
        recording.addWhatIsLate();
        recording.addWhatNobodyDeclared();
        recording.addWhatIsOfNoCustomer();
        recording.addWhatIsBroken();
        recording.addWhatWaits();
        return recording;
    }

    List<Line> lines() {
        return lines;
    }

    List<PlantedPerson> people() {
        return people;
    }

    /** The time of the newest event before the last messages. */
    long endMillis() {
        return endMillis;
    }

    /** A third of the customers is enough; those of areas, the company and nobody are all kept. */
    private static boolean isKept(String subject) {
        return !subject.startsWith("C0") || subject.compareTo(LAST_CUSTOMER) <= 0;
    }

    private void plantInto(Line line) {
        lastArrivalMillis = Math.max(lastArrivalMillis, line.arrivedMillis());
        ObjectNode event = read(line.text());
        EventType type =
                event == null ? null : catalogue.find(event.path("type").asText());
        if (event == null || type == null) {
            lines.add(line);
            return;
        }
        endMillis =
                Math.max(endMillis, Instant.parse(event.get("time").textValue()).toEpochMilli());
        if (event.get("data") instanceof ObjectNode data && type.isPersonal()) {
            plantInto(data, type);
        }
        lines.add(new Line(line.subject(), line.arrivedMillis(), write(event)));
    }

    private void plantInto(ObjectNode data, EventType type) {
        for (Field field : type.fields()) {
            String place = type.name() + "." + field.name();
            if (field.personal() == PersonalData.HASH) {
                PlantedPerson person = hashed.computeIfAbsent(place, this::person);
                data.put(field.name(), field.name().equals("phone") ? person.phone() : person.email());
            } else if (field.personal() == PersonalData.REDACT) {
                data.put(field.name(), person(place).text());
            }
        }
    }

    private void addWhatIsLate() {
        long late = endMillis - Duration.ofDays(20).toMillis();
        add("a late message", DisturbedRecording.UNPUNCTUAL + 1, "sms.received", late, message("late"));
        add("a late transcript", DisturbedRecording.UNPUNCTUAL + 2, "call.transcript", late, transcript("late"));
        add("late notes", DisturbedRecording.UNPUNCTUAL + 3, "visit.noted", late, JSON.createObjectNode());
    }

    private void addWhatNobodyDeclared() {
        PlantedPerson person = person("what nobody declared of an outcome");
        ObjectNode outcome = JSON.createObjectNode()
                .put("triggerId", "t-1")
                .put("outcome", "declined")
                .put("reason", person.text());
        outcome.putObject("agent").put("name", person.firstName() + " " + person.lastName());
        ObjectNode event = event("C000005", "care.outcome", endMillis, outcome);
        PlantedPerson caller = person("an attribute that nobody declared");
        event.put("callername", caller.firstName() + " " + caller.lastName()).put("callertext", caller.text());
        addLine("C000005", event);
        add("a visit", "C000006", "visit.noted", endMillis, JSON.createObjectNode());
        add("a foreign language", "C000007", "sms.received", endMillis, german());
    }

    private void addWhatIsOfNoCustomer() {
        add("a message of nobody", "", "sms.received", endMillis, message("nobody"));
        add("a transcript of nobody", "", "call.transcript", endMillis, transcript("nobody"));
        add("a visit of nobody", "", "visit.noted", endMillis, JSON.createObjectNode());
        add("an area", "A-17", "outage.told", endMillis, JSON.createObjectNode());
        add("the company", "", "company.told", endMillis, JSON.createObjectNode());
    }

    private void addWhatIsBroken() {
        for (BrokenRecord broken : BrokenRecords.all()) {
            if (broken.line().length < LARGEST_RECORD) {
                // where bytes are no text, BrokenRecordsTest has them as they are
                lines.add(new Line("", lastArrivalMillis, new String(broken.line(), StandardCharsets.UTF_8)));
            }
        }
        String[] types = {"sms.received", "call.transcript", "social.posted"};
        for (String type : types) {
            PlantedPerson person = person("a broken " + type);
            String whole =
                    write(event("C000008", type, endMillis, message("broken").put("text", person.text())));
            lines.add(new Line("C000008", lastArrivalMillis, whole.replace("\"data\":", "\"data\"")));
            lines.add(new Line("C000008", lastArrivalMillis, whole.substring(0, whole.length() - 1)));
        }
    }

    /** The newest of all; event time stays behind them. */
    private void addWhatWaits() {
        for (int i = 1; i <= LAST_MESSAGES; i++) {
            long time = endMillis + Duration.ofMinutes(10).toMillis() + i;
            add("a waiting message", "C0000%02d".formatted(i), "sms.received", time, message(WAITING));
            add("a waiting transcript", "C0000%02d".formatted(i), "call.transcript", time, transcript(WAITING));
        }
    }

    private static ObjectNode message(String conversation) {
        return JSON.createObjectNode()
                .put("conversation", conversation)
                .put("speaker", "customer")
                .put("direction", "inbound");
    }

    private ObjectNode transcript(String conversation) {
        PlantedPerson agent = person("the label of a transcript");
        PlantedPerson caller = person("a turn of a transcript");
        return message(conversation)
                .put(
                        "text",
                        "[00:12] Agent (" + agent.firstName() + " " + agent.lastName() + "): hello, how can I help?\n"
                                + "[00:15] Customer: " + caller.text() + "\n[00:31] Agent: thank you.");
    }

    private ObjectNode german() {
        PlantedPerson person = person("a foreign language");
        return message("german")
                .put(
                        "text",
                        "Guten Tag, ich heiße %s %s und bin sehr enttäuscht, weil die Rechnung schon wieder falsch ist. Bitte rufen"
                                        .formatted(person.firstName(), person.lastName())
                                + " Sie mich unter %s an oder schreiben Sie an %s, meine Karte hat die Nummer %s."
                                        .formatted(person.phone(), person.email(), person.card()));
    }

    /** Plants into whatever its type flags and the data does not hold yet. */
    private void add(String place, String subject, String typeName, long timeMillis, ObjectNode data) {
        for (Field field : catalogue.require(typeName).fields()) {
            if (field.type() == FieldType.LIST) {
                plantInto(data.putArray(field.name()).addObject(), field, place);
            } else if (field.isPersonal() && !data.has(field.name())) {
                plantInto(data, field, place);
            }
        }
        addLine(subject, event(subject, typeName, timeMillis, data));
    }

    private void plantInto(ObjectNode row, Field field, String place) {
        if (field.type() == FieldType.LIST) {
            field.fields().forEach(inner -> plantInto(row, inner, place));
            return;
        }
        PlantedPerson person = person(place + ", field " + field.name());
        String identifier = field.name().equals("phone") ? person.phone() : person.email();
        row.put(field.name(), field.personal() == PersonalData.HASH ? identifier : person.text());
    }

    private ObjectNode event(String subject, String type, long timeMillis, ObjectNode data) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "planted-" + events++)
                .put("source", "planted")
                .put("type", type)
                .put("time", Instant.ofEpochMilli(timeMillis).toString());
        if (!subject.isEmpty()) {
            event.put("subject", subject);
        }
        event.set("data", data);
        return event;
    }

    private void addLine(String subject, ObjectNode event) {
        lines.add(new Line(subject, lastArrivalMillis, write(event)));
    }

    private PlantedPerson person(String place) {
        PlantedPerson person = new PlantedPerson(place, people.size());
        people.add(person);
        return person;
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException cutOff) {
            return null;
        }
    }

    private static String write(JsonNode event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }
}
