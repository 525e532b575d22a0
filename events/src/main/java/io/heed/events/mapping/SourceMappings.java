package io.heed.events.mapping;

import io.heed.events.EventType;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The foreign sources of a workspace, declared under {@code sources:} in {@code events/definitions}. */
public final class SourceMappings {
    private final EventCatalogue catalogue;
    private final Problems problems;
    private final Map<String, SourceMapping> mappings = new TreeMap<>();

    private SourceMappings(EventCatalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /**
     * The mappings by name.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static Map<String, SourceMapping> load(Workspace workspace, EventCatalogue catalogue) {
        Problems problems = new Problems();
        SourceMappings reader = new SourceMappings(catalogue, problems);
        workspace.definitions("events/definitions").forEach(reader::read);
        problems.throwIfAny();
        return reader.mappings;
    }

    private void read(DefinitionFile definitions) {
        YamlMapping top = YamlFile.read(definitions.name(), definitions.text(), problems);
        YamlValue section = top == null ? null : top.find("sources");
        YamlMapping sources = section == null ? null : section.mapping();
        if (sources == null) {
            return;
        }
        sources.entries().forEach((name, at) -> {
            YamlMapping body = at.mapping();
            SourceMapping mapping = body == null ? null : problems.build(at.keyPosition(), () -> mapping(name, body));
            if (mapping != null) {
                mappings.put(name, mapping);
            }
        });
    }

    private SourceMapping mapping(String name, YamlMapping body) {
        YamlValue formatAt = body.require("format", "json-lines");
        SourceFormat format = formatAt == null ? null : formatAt.choice(SourceFormat.class);
        YamlValue columns = body.find("columns");
        YamlValue id = body.require("id", "eventId");
        TypeMapping type = type(body.require("type", "{field: type, values: {opened: ticket.opened}}"));
        body.find("description");
        SourceMapping mapping = new SourceMapping(
                name,
                format == null ? SourceFormat.JSON_LINES : format,
                columns == null ? List.of() : columns.texts(),
                separator(body),
                body.wholeNumber("skip-lines", 0),
                id == null ? List.of() : id.texts(),
                body.text("subject", ""),
                body.requireText("time", "time"),
                timeFormat(body),
                timeZone(body),
                body.text("arrived", ""),
                body.text("sequence", ""),
                type.field,
                type.types,
                fields(body.find("fields"), type));
        body.rejectUnknownKeys();
        return mapping;
    }

    private char separator(YamlMapping body) {
        String separator = body.text("separator", ",");
        if (separator.length() != 1) {
            problems.add(body.position(), "separator is not one character: " + separator + " (legal: \";\")");
            return ',';
        }
        return separator.charAt(0);
    }

    private String timeFormat(YamlMapping body) {
        String format = body.text("time-format", "");
        try {
            return DateTimeFormatter.ofPattern(format).toString().isEmpty() ? "" : format;
        } catch (IllegalArgumentException invalid) {
            problems.add(body.position(), "time-format is not a pattern: " + format + " (legal: yyyy-MM-dd HH:mm)");
            return "";
        }
    }

    private String timeZone(YamlMapping body) {
        String zone = body.text("time-zone", "UTC");
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException invalid) {
            problems.add(body.position(), "time-zone is not an IANA zone: " + zone + " (legal: Europe/Madrid)");
            return "UTC";
        }
    }

    private record TypeMapping(String field, Map<String, String> types) {}

    private TypeMapping type(@Nullable YamlValue at) {
        if (at == null) {
            return new TypeMapping("", Map.of());
        }
        if (!at.isMapping()) {
            checkType(at);
            return new TypeMapping("", Map.of("", at.text()));
        }
        YamlMapping body = at.mapping();
        Map<String, String> types = new TreeMap<>();
        YamlValue values = body == null ? null : body.require("values", "{opened: ticket.opened}");
        YamlMapping kinds = values == null ? null : values.mapping();
        if (kinds != null) {
            kinds.entries().forEach((kind, type) -> {
                checkType(type);
                types.put(kind, type.text());
            });
        }
        String field = body == null ? "" : body.requireText("field", "type");
        if (body != null) {
            body.rejectUnknownKeys();
        }
        return new TypeMapping(field, types);
    }

    private void checkType(YamlValue at) {
        if (catalogue.find(at.text()) == null) {
            at.problem("event type is not declared: " + at.text() + catalogue.nearest(at.text()));
        }
    }

    private Map<String, String> fields(@Nullable YamlValue at, TypeMapping type) {
        Map<String, String> fields = new TreeMap<>();
        YamlMapping body = at == null ? null : at.mapping();
        if (body != null) {
            body.entries().forEach((field, recordField) -> {
                boolean declared = type.types.values().stream()
                        .map(catalogue::find)
                        .anyMatch(mapped -> mapped != null && hasField(mapped, field));
                if (!declared) {
                    recordField.problem("field is not declared by any type of this source: " + field);
                }
                fields.put(field, recordField.text());
            });
        }
        return fields;
    }

    private static boolean hasField(EventType type, String field) {
        return type.indexOf(field) >= 0;
    }
}
