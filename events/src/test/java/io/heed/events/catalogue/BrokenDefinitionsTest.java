package io.heed.events.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heed.events.TestCatalogue;
import io.heed.events.yaml.InvalidDefinitionsException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenDefinitionsTest {
    private static final String CALLS = """
            event-types:
              call.started: {fields: {call: {type: text}, direction: {type: text}, phone: {type: text, personal: hash}}}
              call.ended: {fields: {call: {type: text}, seconds: {type: whole}}}
            """;

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                broken("event-types:\n\tmy.type: {}", "test.yaml:2:1: not valid YAML: found character '\\t(TAB)'"),
                broken(
                        "event-types: {my.type: {description: \"open}}",
                        "test.yaml:1:45: not valid YAML: found unexpected end of stream"),
                broken("event-types: {my.type: {}", "test.yaml:1:26: not valid YAML: expected ',' or '}'"),
                broken(
                        "event-types:\n  my.type: {}\n my.other: {}",
                        "test.yaml:3:2: not valid YAML: expected <block end>"),
                broken(
                        "event-types: {my.type: *missing}",
                        "test.yaml:1:24: not valid YAML: found undefined alias missing"),
                broken(
                        "event-types: {}\n---\nevent-types: {}",
                        "test.yaml:2:1: not valid YAML: but found another document"),
                broken("event-types: &all {my.type: *all}", "test.yaml: the file has an alias inside its own anchor"),
                broken("- my.type", "test.yaml: the file is not a YAML mapping (legal: name: value)"),
                broken("", "test.yaml: the file is not a YAML mapping (legal: name: value)"),
                broken("[".repeat(60), "test.yaml: not valid YAML: Nesting Depth exceeded max 30"),
                broken(
                        "event-types: [my.type]",
                        "test.yaml:1:14: event-types is not a mapping (legal: event-types: {name: value})"),
                broken(
                        "event-type: {}",
                        "test.yaml:1:1: unknown key: event-type (legal: [contacts, event-types, sources])"),
                broken("event-types: {my.type: {}, my.type: {}}", "test.yaml:1:28: key stands twice: my.type"),
                broken("event-types: {[a]: {}}", "test.yaml:1:15: a key is not plain text (legal: name: value)"),
                broken(
                        "event-types: {my.type: 3}",
                        "test.yaml:1:24: my.type is not a mapping (legal: my.type: {name: value})"),
                broken(
                        "event-types: {Bill: {}}",
                        "test.yaml:1:15: an event type's name is not dotted lower case: Bill"),
                broken(
                        type("delay: 3h"),
                        "test.yaml:1:25: unknown key: delay (legal: [description, fields, subject, understand, usual-delay])"),
                broken(
                        type("description: [a]"),
                        "test.yaml:1:38: description is not text (legal: description: some text)"),
                broken(
                        type("subject: person"),
                        "test.yaml:1:34: subject is not one of [customer, area, company]: person (legal: customer)"),
                broken(
                        type("usual-delay: 6 hours"),
                        "test.yaml:1:38: usual-delay is not a duration: 6 hours (legal: 90s, 30m, 24h or 7d)"),
                broken(
                        type("usual-delay: [6h]"),
                        "test.yaml:1:38: usual-delay is not text (legal: usual-delay: some text)"),
                broken(field("{}"), "test.yaml:1:37: key is missing: type (legal: type: text)"),
                broken(
                        field("{type: string}"),
                        "test.yaml:1:44: type is not one of [text, number, whole, flag, time, list]: string (legal: text)"),
                broken(
                        field("{type: text, required: yes}"),
                        "test.yaml:1:60: required is not true or false: yes (legal: true)"),
                broken(
                        field("{type: text, colour: red}"),
                        "test.yaml:1:50: unknown key: colour (legal: [description, fields, personal, reference, required, type, unit, values])"),
                broken(field("{type: number, personal: hash}"), "test.yaml:1:34: only a text can be personal: f"),
                broken(
                        field("{type: text, personal: secret}"),
                        "test.yaml:1:60: personal is not one of [none, hash, redact]: secret (legal: none)"),
                broken(
                        field("{type: number, values: [1]}"),
                        "test.yaml:1:34: only a text has a list of legal values: f"),
                broken(
                        field("{type: text, reference: acount}"),
                        "test.yaml:1:34: a reference is not one of [account, line, phone, email, cookie, payer, user]: acount"),
                broken(field("{type: list}"), "test.yaml:1:34: a list has no fields: f"),
                broken(
                        field("{type: text, fields: {a: {type: text}}}"),
                        "test.yaml:1:34: only a list has fields of its own: f"),
                broken(
                        field("{type: list, fields: {a: {type: list, fields: {b: {type: text}}}}}"),
                        "test.yaml:1:34: a list inside a list is not allowed: f"),
                broken(
                        type("fields: {subject: {type: text}}"),
                        "test.yaml:1:15: a field's name is reserved: subject in my.type"),
                broken(
                        type("fields: {due_on: {type: text}}"),
                        "test.yaml:1:34: a field's name is not camelCase: due_on (legal: billingDay)"),
                broken(
                        type("understand: {text: t}, fields: {t: {type: text}}"),
                        "test.yaml:1:15: understand names a text that is not declared with personal: redact: t"),
                broken(type("understand: {speaker: s}"), "test.yaml:1:37: key is missing: text (legal: text: text)"),
                broken(
                        type("understand: {text: t, speaker: s}, fields: {t: {type: text, personal: redact}}"),
                        "test.yaml:1:15: understand names a field that is not declared: s"),
                broken(
                        type(
                                "understand: {text: t}, fields: {t: {type: text, personal: redact}, reason: {type: text}}"),
                        "test.yaml:1:15: a field stands twice: reason in my.type"),
                broken(
                        "event-types: {customer.profile: {}}",
                        "test.yaml:1:15: event type is declared twice: customer.profile"),
                broken(
                        contact("closes: [call.ended]"),
                        "test.yaml:6:5: key is missing: opens (legal: opens: [call.started])"),
                broken(
                        contact("opens: []\n    closes: []"),
                        "test.yaml:5:3: contact names no event type that opens it: service"),
                broken(
                        contact("opens: [call.start]\n    closes: [call.ended]"),
                        "test.yaml:6:13: event type is not declared: call.start (legal: call.started)"),
                broken(
                        contact("opens: [call.started]\n    closes: [call.ended, calls.ended]"),
                        "test.yaml:7:26: event type is not declared: calls.ended (legal: call.ended)"),
                broken(
                        contact("opens: [call.started]\n    closes: [call.ended]\n    conversation: direction"),
                        "test.yaml:7:14: conversation is not a field of call.ended: direction"),
                broken(
                        contact("opens: call.ended\n    closes: []\n    conversation: seconds"),
                        "test.yaml:6:12: conversation is not a text of call.ended: seconds"),
                broken(
                        contact("opens: [call.started]\n    closes: [call.ended]\n    merge-gap: 30"),
                        "test.yaml:8:16: merge-gap is not a duration: 30 (legal: 90s, 30m, 24h or 7d)"),
                broken(where("event.direktion == 'in'"), "test.yaml:8:17: undefined field 'direktion'"),
                broken(where("'event.direktion == ''in'''"), "test.yaml:8:18: undefined field 'direktion'"),
                broken(where("\"'in' != event.direktion\""), "test.yaml:8:26: undefined field 'direktion'"),
                broken(where("\"\\\"in\\\" != event.direktion\""), "test.yaml:8:28: undefined field 'direktion'"),
                broken(where("'''it s'' != event.direktion'"), "test.yaml:8:30: undefined field"),
                broken(
                        where("event.call == 'a' &&\n      event.direktion == 'in'"),
                        "test.yaml:9:12: undefined field 'direktion'"),
                broken(
                        where("|\n      event.call == 'a' &&\n        event.direktion == 'in'"),
                        "test.yaml:10:14: undefined field 'direktion'"),
                broken(
                        where("|2\n      event.call == 'a' &&\n      event.direktion == 'in'"),
                        "test.yaml:10:12: undefined field 'direktion'"),
                broken(
                        where(">-\n      event.call == 'a' &&\n      event.direktion == 'in'"),
                        "test.yaml:10:12: undefined field 'direktion'"),
                broken(where("|\n\n      event.direktion == 'in'"), "test.yaml:10:12: undefined field 'direktion'"),
                broken(where("event.direction =="), "test.yaml:8:30: mismatched input '<EOF>'"),
                broken(where("event.direction"), "test.yaml:8:12: expression does not give a condition but a string"),
                broken(
                        where("event.phone == ''"),
                        "test.yaml:8:17: field holds personal data and cannot be read: event.phone"),
                broken(where("[event.call]"), "test.yaml:8:12: where is not text (legal: where: some text)"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aBrokenFileIsRefusedAtThePlaceOfTheMistake(String yaml, String problem) {
        assertThat(problems(yaml)).hasSize(1).first().asString().startsWith(problem);
    }

    @Test
    void allMistakesOfAllFilesAreReportedAtOnce() {
        List<String> problems = problems(
                type("usual-delay: soon, subject: nobody, fields: {x: {type: integer}}"),
                type("colour: red"),
                "event-types: {a.b: {}}\ncontacts: {service: {opens: [a.c], closes: [], merge-gap: 1}}");

        assertThat(problems).hasSize(5);
        assertThat(problems.get(0)).startsWith("one.yaml:1:53: subject");
        assertThat(problems.get(1)).startsWith("one.yaml:1:80: type");
        assertThat(problems.get(2)).startsWith("one.yaml:1:38: usual-delay");
        assertThat(problems.get(3)).startsWith("two.yaml:1:25: unknown key: colour");
        assertThat(problems.get(4)).startsWith("three.yaml:2:59: merge-gap");
    }

    @Test
    void aTypeOrContactDeclaredInTwoFilesIsRefusedInTheSecond() {
        assertThat(problems(type("description: a"), type("description: b")))
                .containsExactly("two.yaml:1:15: event type is declared twice: my.type");
        String contact = "contacts: {service: {opens: [customer.profile], closes: []}}";
        assertThat(problems(contact, contact)).containsExactly("two.yaml:1:12: contact is declared twice: service");
    }

    @Test
    void aBrokenTypeIsNotReportedOnceMoreByTheContactThatNamesIt() {
        assertThat(problems("event-types: {call.started: {subject: nobody}}\n"
                        + "contacts: {service: {opens: [call.started], closes: [], where: event.x == 1}}"))
                .hasSize(1);
    }

    @Test
    void theTelcosOwnDefinitionsLoad() {
        EventCatalogue catalogue = EventCatalogue.load(Workspace.local(Path.of("..")));

        assertThat(catalogue.find("bill.issued")).isNotNull();
        assertThat(catalogue.contacts()).extracting(ContactDefinition::name).contains("service");
    }

    @Test
    void aTypeThatIsAskedForAndNotThereIsNamedWithTheNearest() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> TestCatalogue.create().require("bill.isued"))
                .hasMessage("event type is not declared: bill.isued (legal: bill.issued)");
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(InvalidDefinitionsException.class, () -> TestCatalogue.of(yaml))
                .problems();
    }

    private static List<String> problems(String... files) {
        List<String> names = List.of("one.yaml", "two.yaml", "three.yaml");
        return catchThrowableOfType(
                        InvalidDefinitionsException.class,
                        () -> EventCatalogue.load(folder -> Stream.iterate(0, i -> i < files.length, i -> i + 1)
                                .map(i -> new DefinitionFile(names.get(i), files[i]))
                                .toList()))
                .problems();
    }

    private static Arguments broken(String yaml, String problem) {
        return Arguments.of(yaml, problem);
    }

    private static String type(String body) {
        return "event-types: {my.type: {" + body + "}}";
    }

    private static String field(String body) {
        return type("fields: {f: " + body + "}");
    }

    private static String contact(String body) {
        return CALLS + "contacts:\n  service:\n    " + body + "\n";
    }

    private static String where(String where) {
        return contact("opens: [call.started]\n    closes: [call.ended]\n    where: " + where);
    }
}
