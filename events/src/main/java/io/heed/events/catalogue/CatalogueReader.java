package io.heed.events.catalogue;

import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.PersonalData;
import io.heed.events.SubjectKind;
import io.heed.events.Understanding;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import io.heed.events.expression.ValueType;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads event types and contacts from YAML. */
final class CatalogueReader {
    private static final String HEED_TYPES = "heed-event-types.yaml";

    private final Problems problems;
    private final Map<String, EventType> types = new TreeMap<>();
    private final List<ContactDefinition> contacts = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final List<Runnable> checksAtTheEnd = new ArrayList<>();

    CatalogueReader(Problems problems) {
        this.problems = problems;
    }

    EventCatalogue read(Workspace workspace) {
        read(heedTypes());
        workspace.definitions("events/definitions").forEach(this::read);
        checksAtTheEnd.forEach(Runnable::run);
        return new EventCatalogue(types, contacts);
    }

    private void read(DefinitionFile definitions) {
        YamlMapping top = YamlFile.read(definitions.name(), definitions.text(), problems);
        if (top == null) {
            return;
        }
        forEach(top.find("event-types"), this::readType);
        forEach(top.find("contacts"), this::readContact);
        top.find("sources"); // read by io.heed.events.mapping
        top.rejectUnknownKeys();
    }

    private interface Reader {
        void read(YamlValue at, YamlMapping body);
    }

    private static void forEach(@Nullable YamlValue section, Reader reader) {
        YamlMapping mapping = section == null ? null : section.mapping();
        if (mapping == null) {
            return;
        }
        mapping.entries().forEach((name, value) -> {
            YamlMapping body = value.mapping();
            if (body != null) {
                reader.read(value, body);
                body.rejectUnknownKeys();
            }
        });
    }

    private void readType(YamlValue at, YamlMapping body) {
        EventType type = problems.build(at.keyPosition(), () -> {
            YamlValue subject = body.find("subject");
            SubjectKind kind = subject == null ? SubjectKind.CUSTOMER : subject.choice(SubjectKind.class);
            List<Field> fields = fields(body.find("fields"));
            return new EventType(
                    at.key(),
                    body.text("description", ""),
                    kind == null ? SubjectKind.CUSTOMER : kind,
                    body.durationMillis("usual-delay", 0),
                    fields,
                    understanding(body.find("understand")));
        });
        if (type == null) {
            refused.add(at.key());
        } else if (types.put(type.name(), type) != null) {
            problems.add(at.keyPosition(), "event type is declared twice: " + type.name());
        }
    }

    private static @Nullable Understanding understanding(@Nullable YamlValue at) {
        YamlMapping body = at == null ? null : at.mapping();
        if (body == null) {
            return null;
        }
        Understanding understanding = new Understanding(
                body.requireText("text", "text"), body.text("speaker", ""), body.text("conversation", ""));
        body.rejectUnknownKeys();
        return understanding;
    }

    private List<Field> fields(@Nullable YamlValue section) {
        List<Field> fields = new ArrayList<>();
        forEach(section, (at, body) -> {
            Field field = problems.build(at.keyPosition(), () -> field(at, body));
            if (field != null) {
                fields.add(field);
            }
        });
        return fields;
    }

    private Field field(YamlValue at, YamlMapping body) {
        YamlValue type = body.require("type", "text");
        FieldType fieldType = type == null ? null : type.choice(FieldType.class);
        YamlValue personal = body.find("personal");
        PersonalData personalData = personal == null ? PersonalData.NONE : personal.choice(PersonalData.class);
        YamlValue values = body.find("values");
        return new Field(
                at.key(),
                fieldType == null ? FieldType.TEXT : fieldType,
                body.text("description", ""),
                body.text("unit", ""),
                body.flag("required", false),
                values == null ? List.of() : values.texts(),
                personalData == null ? PersonalData.NONE : personalData,
                body.text("reference", ""),
                fields(body.find("fields")));
    }

    private void readContact(YamlValue at, YamlMapping body) {
        ContactDefinition contact = problems.build(at.keyPosition(), () -> {
            YamlValue opens = body.require("opens", "[call.started]");
            YamlValue closes = body.require("closes", "[call.ended]");
            return new ContactDefinition(
                    at.key(),
                    opens == null ? List.of() : opens.texts(),
                    closes == null ? List.of() : closes.texts(),
                    body.text("conversation", ""),
                    body.durationMillis("merge-gap", 0),
                    body.text("where", ""));
        });
        if (contact != null) {
            if (contacts.stream().anyMatch(other -> other.name().equals(contact.name()))) {
                problems.add(at.keyPosition(), "contact is declared twice: " + contact.name());
            }
            contacts.add(contact);
            checksAtTheEnd.add(() -> checkContact(body, contact));
        }
    }

    private void checkContact(YamlMapping body, ContactDefinition contact) {
        List<EventType> openings = typesNamed(body.find("opens"), contact);
        typesNamed(body.find("closes"), contact);
        YamlValue where = body.find("where");
        if (where != null && openings.size() == contact.opens().size()) {
            new ExpressionCompiler(Scope.empty().withEvent("event", openings)).compile(where, ValueType.CONDITION);
        }
    }

    private List<EventType> typesNamed(@Nullable YamlValue list, ContactDefinition contact) {
        List<EventType> named = new ArrayList<>();
        for (YamlValue at : list == null ? List.<YamlValue>of() : list.list()) {
            EventType type = types.get(at.text());
            if (type != null) {
                checkConversation(at, type, contact.conversation());
                named.add(type);
            } else if (!refused.contains(at.text())) {
                at.problem("event type is not declared: " + at.text()
                        + new EventCatalogue(types, List.of()).nearest(at.text()));
            }
        }
        return named;
    }

    private static void checkConversation(YamlValue at, EventType type, String conversation) {
        Field field = type.field(conversation);
        if (!conversation.isEmpty() && field == null) {
            at.problem("conversation is not a field of " + type + ": " + conversation);
        } else if (field != null && field.type() != FieldType.TEXT) {
            at.problem("conversation is not a text of " + type + ": " + conversation);
        }
    }

    private static DefinitionFile heedTypes() {
        try (InputStream in = CatalogueReader.class.getResourceAsStream(HEED_TYPES)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing from the jar: " + HEED_TYPES);
            }
            return new DefinitionFile(HEED_TYPES, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
