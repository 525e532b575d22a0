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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads event types and contacts from YAML. */
final class CatalogueReader {
    private static final String HEED_TYPES = "heed-event-types.yaml";

    private final Problems problems;
    private final Map<String, EventType> types = new TreeMap<>();
    private final List<ContactDefinition> contacts = new ArrayList<>();
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
        if (type != null && types.put(type.name(), type) != null) {
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
            contacts.add(contact);
            YamlValue where = body.find("where");
            checksAtTheEnd.add(() -> checkContact(at, where, contact));
        }
    }

    private void checkContact(YamlValue at, @Nullable YamlValue where, ContactDefinition contact) {
        List<String> named = new ArrayList<>(contact.opens());
        named.addAll(contact.closes());
        EventCatalogue catalogue = new EventCatalogue(types, List.of());
        List<EventType> declared = new ArrayList<>();
        for (String name : named) {
            EventType type = types.get(name);
            if (type == null) {
                at.problem("event type is not declared: " + name + catalogue.nearest(name));
            } else if (!contact.conversation().isEmpty() && type.indexOf(contact.conversation()) < 0) {
                at.problem("conversation is not a field of " + name + ": " + contact.conversation());
            } else {
                declared.add(type);
            }
        }
        if (where != null) {
            new ExpressionCompiler(Scope.empty().withEvent("event", declared)).compile(where, ValueType.CONDITION);
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
