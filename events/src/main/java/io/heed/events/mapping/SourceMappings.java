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
import java.time.ZoneOffset;
import java.util.ArrayList;
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
            if (body == null) {
                return;
            }
            SourceMapping mapping = problems.build(at.keyPosition(), () -> mapping(name, body));
            body.rejectUnknownKeys();
            if (mapping != null && mappings.put(name, mapping) != null) {
                problems.add(at.keyPosition(), "source is declared twice: " + name);
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
        checkColumns(body, columns == null ? List.of() : columns.texts());
        return new SourceMapping(
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
    }

    /** Every column that a CSV source reads must be one of its columns; a slip would refuse each of its records. */
    private static void checkColumns(YamlMapping body, List<String> columns) {
        if (columns.isEmpty()) {
            return;
        }
        List<YamlValue> read = new ArrayList<>();
        for (String key : List.of("id", "subject", "time", "arrived", "sequence")) {
            YamlValue at = body.find(key);
            read.addAll(at == null ? List.of() : at.list());
        }
        YamlValue fields = body.find("fields");
        YamlMapping named = fields == null || !fields.isMapping() ? null : fields.mapping();
        read.addAll(named == null ? List.of() : named.entries().values());
        YamlValue type = body.find("type");
        YamlMapping kinds = type == null || !type.isMapping() ? null : type.mapping();
        YamlValue kind = kinds == null ? null : kinds.find("field");
        read.addAll(kind == null ? List.of() : List.of(kind));
        for (YamlValue at : read) {
            if (!columns.contains(at.text())) {
                at.problem(at.key() + " is not one of the columns " + columns + ": " + at.text());
            }
        }
    }

    private static char separator(YamlMapping body) {
        YamlValue at = body.find("separator");
        String separator = at == null ? "," : at.text();
        if (at != null && separator.length() != 1) {
            at.problem("separator is not one character: " + separator + " (legal: \";\")");
            return ',';
        }
        return separator.charAt(0);
    }

    private static String timeFormat(YamlMapping body) {
        YamlValue at = body.find("time-format");
        String format = at == null ? "" : at.text();
        try {
            if (at != null) {
                new TimeFormat(format, ZoneOffset.UTC);
            }
            return format;
        } catch (IllegalArgumentException invalid) {
            at.problem(
                    "time-format is not a pattern of a time: " + invalid.getMessage() + " (legal: yyyy-MM-dd HH:mm)");
            return "";
        }
    }

    private static String timeZone(YamlMapping body) {
        YamlValue at = body.find("time-zone");
        String zone = at == null ? "UTC" : at.text();
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException invalid) {
            if (at != null) {
                at.problem("time-zone is not an IANA zone: " + zone + " (legal: Europe/Madrid)");
            }
            return "UTC";
        }
    }

    private record TypeMapping(String field, Map<String, String> types) {}

    private TypeMapping type(@Nullable YamlValue at) {
        if (at == null) {
            return new TypeMapping("", Map.of());
        }
        if (!at.isMapping()) {
            return new TypeMapping("", Map.of("", declaredType(at)));
        }
        YamlMapping body = at.mapping();
        Map<String, String> types = new TreeMap<>();
        YamlValue values = body == null ? null : body.require("values", "{opened: ticket.opened}");
        YamlMapping kinds = values == null ? null : values.mapping();
        if (kinds != null) {
            kinds.entries().forEach((kind, type) -> types.put(kind, declaredType(type)));
        }
        String field = body == null ? "" : body.requireText("field", "type");
        if (body != null) {
            body.rejectUnknownKeys();
        }
        return new TypeMapping(field, types);
    }

    private String declaredType(YamlValue at) {
        String type = at.text();
        if (catalogue.find(type) == null) {
            at.problem("event type is not declared: " + type + catalogue.nearest(type));
        }
        return type;
    }

    private Map<String, String> fields(@Nullable YamlValue at, TypeMapping type) {
        Map<String, String> fields = new TreeMap<>();
        YamlMapping body = at == null ? null : at.mapping();
        if (body != null) {
            body.entries().forEach((field, recordField) -> {
                boolean declared = type.types.isEmpty()
                        || type.types.values().stream()
                                .map(catalogue::find)
                                .anyMatch(mapped -> mapped == null || hasField(mapped, field));
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
