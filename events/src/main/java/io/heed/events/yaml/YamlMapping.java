package io.heed.events.yaml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping in a user's file; keys that nobody asked for are reported by {@link #rejectUnknownKeys}. */
public final class YamlMapping {
    private final YamlFile file;
    private final SourcePosition position;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    YamlMapping(YamlFile file, MappingNode node) {
        this.file = file;
        this.position = file.position(node.getStartMark());
        for (NodeTuple tuple : node.getValue()) {
            SourcePosition keyPosition = file.position(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                file.problems.add(keyPosition, "a key is not plain text (legal: name: value)");
            } else if (values.put(
                            key.getValue(), new YamlValue(file, key.getValue(), keyPosition, tuple.getValueNode()))
                    != null) {
                file.problems.add(keyPosition, "key stands twice: " + key.getValue());
            }
        }
    }

    /** Where the mapping begins. */
    public SourcePosition position() {
        return position;
    }

    /** The problems of the load that this mapping belongs to. */
    public Problems problems() {
        return file.problems;
    }

    /** The value of a key, or null where the key is not there. */
    public @Nullable YamlValue find(String key) {
        asked.add(key);
        return values.get(key);
    }

    /** The value of a key; where it is missing that is noted, with the example, and null is given. */
    public @Nullable YamlValue require(String key, String example) {
        YamlValue value = find(key);
        if (value == null) {
            file.problems.add(position, "key is missing: " + key + " (legal: " + key + ": " + example + ")");
        }
        return value;
    }

    /** The text of a key, or "" where it is missing (then noted). */
    public String requireText(String key, String example) {
        YamlValue value = require(key, example);
        return value == null ? "" : value.text();
    }

    /** The text of a key, or the fallback where it is not there. */
    public String text(String key, String fallback) {
        YamlValue value = find(key);
        return value == null ? fallback : value.text();
    }

    /** The text of a key, or null where it is not there. */
    public @Nullable String findText(String key) {
        YamlValue value = find(key);
        return value == null ? null : value.text();
    }

    /** The flag of a key, or the fallback where it is not there. */
    public boolean flag(String key, boolean fallback) {
        YamlValue value = find(key);
        return value == null ? fallback : value.flag();
    }

    /** The number of a key, or the fallback where it is not there. */
    public double number(String key, double fallback) {
        YamlValue value = find(key);
        return value == null ? fallback : value.number();
    }

    /** The whole number of a key, or the fallback where it is not there. */
    public int wholeNumber(String key, int fallback) {
        YamlValue value = find(key);
        return value == null ? fallback : value.wholeNumber();
    }

    /** The duration of a key in milliseconds, or the fallback where it is not there. */
    public long durationMillis(String key, long fallbackMillis) {
        YamlValue value = find(key);
        return value == null ? fallbackMillis : value.durationMillis();
    }

    /** Every key with its value, in the order of the file; all count as asked for. */
    public Map<String, YamlValue> entries() {
        asked.addAll(values.keySet());
        return values;
    }

    /** Notes every key that was never asked for. */
    public void rejectUnknownKeys() {
        values.forEach((key, value) -> {
            if (!asked.contains(key)) {
                file.problems.add(
                        value.keyPosition(), "unknown key: " + key + " (legal: " + new TreeSet<>(asked) + ")");
            }
        });
    }
}
