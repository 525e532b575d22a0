package io.heed.events.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Changes as the texts of a change log: one JSON object each, read as strictly as any definition. */
public final class ChangeRecord {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeRecord() {}

    /** A change as one line; its number is its place in the log and is not written. */
    public static String write(Change change) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", lower(change.kind()));
        node.put("action", lower(change.action()));
        node.put("name", change.name());
        node.put("version", change.version());
        node.put("at", Instant.ofEpochMilli(change.effectiveMillis()).toString());
        if (change.shadow()) {
            node.put("shadow", true);
        }
        OnChange onChange = change.onChange();
        if (onChange != null) {
            node.put("on-change", lower(onChange));
        }
        if (!change.parameters().isEmpty()) {
            ObjectNode parameters = node.putObject("parameters");
            change.parameters().forEach(parameters::put);
        }
        if (!change.definition().isEmpty()) {
            node.put("definition", change.definition());
        }
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values can be written", impossible);
        }
    }

    /**
     * The change that a text says.
     *
     * @param number its place in the log
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem, unknown keys included
     */
    public static Change read(long number, String text) {
        Problems problems = new Problems();
        YamlMapping top = YamlFile.read("change " + number, text, problems);
        Change change = top == null ? null : problems.build(top.position(), () -> change(number, top));
        problems.throwIfAny();
        if (change == null) {
            throw new IllegalStateException("change has neither a value nor a problem: " + number);
        }
        return change;
    }

    private static @Nullable Change change(long number, YamlMapping top) {
        YamlValue kindAt = top.require("kind", "pattern");
        YamlValue actionAt = top.require("action", "set");
        String name = top.requireText("name", "bill-spike");
        int version = top.wholeNumber("version", 1);
        YamlValue at = top.require("at", "2026-03-01T12:00:00Z");
        long atMillis = at == null ? 0 : at.timeMillis();
        boolean shadow = top.flag("shadow", false);
        YamlValue onChangeAt = top.find("on-change");
        SortedMap<String, String> parameters = parameters(top.find("parameters"));
        String definition = top.text("definition", "");
        top.rejectUnknownKeys();
        DefinitionKind kind = kindAt == null ? null : kindAt.choice(DefinitionKind.class);
        ChangeAction action = actionAt == null ? null : actionAt.choice(ChangeAction.class);
        OnChange onChange = onChangeAt == null ? null : onChangeAt.choice(OnChange.class);
        if (kind == null || action == null) {
            return null;
        }
        return new Change(number, atMillis, kind, action, name, version, shadow, onChange, parameters, definition);
    }

    private static SortedMap<String, String> parameters(@Nullable YamlValue at) {
        SortedMap<String, String> parameters = new TreeMap<>();
        YamlMapping body = at == null ? null : at.mapping();
        if (body != null) {
            body.entries().forEach((name, value) -> parameters.put(name, value.text()));
        }
        return parameters;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
