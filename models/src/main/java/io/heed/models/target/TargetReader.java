package io.heed.models.target;

import io.heed.events.EventType;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.ValueType;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the targets of a file in models/targets; docs/model-directory.md describes its keys. */
final class TargetReader {
    private static final String EXAMPLE = "{repeat-contact: {decision: contact.ended, labels: [contact.started], "
            + "horizon: 24h, features: [contacts_7d]}}";

    private static final Set<String> ROW_COLUMNS =
            Set.of("customer", "time", "event", "split", "label", "arm", "treatment");

    private final EventCatalogue catalogue;
    private final @Nullable Set<String> declaredFeatures;

    /**
     * A reader of targets over a catalogue.
     *
     * @param declaredFeatures the names of the declared features; null where nobody is going to compute any, so that
     *     neither they nor the slices that read them are checked
     */
    TargetReader(EventCatalogue catalogue, @Nullable Set<String> declaredFeatures) {
        this.catalogue = catalogue;
        this.declaredFeatures = declaredFeatures;
    }

    /** The targets of a file in their order; what is wrong is noted. */
    List<Target> read(DefinitionFile file, Problems problems) {
        YamlMapping top = YamlFile.read(file.name(), file.text(), problems);
        if (top == null) {
            return List.of();
        }
        List<Target> targets = new ArrayList<>();
        YamlValue declared = top.require("targets", EXAMPLE);
        YamlMapping byName = declared == null ? null : declared.mapping();
        if (byName != null) {
            byName.entries().forEach((name, value) -> {
                Target target = target(name, value, problems);
                if (target != null) {
                    targets.add(target);
                }
            });
        }
        top.rejectUnknownKeys();
        return targets;
    }

    private @Nullable Target target(String name, YamlValue value, Problems problems) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            problems.add(value.keyPosition(), "name is not kebab-case: " + name + " (legal: repeat-contact)");
        }
        YamlMapping fields = value.mapping();
        return fields == null ? null : problems.build(fields.position(), () -> target(name, fields));
    }

    private Target target(String name, YamlMapping fields) {
        YamlValue decision = fields.require("decision", "contact.ended");
        YamlValue labels = fields.require("labels", "[contact.started]");
        YamlValue horizon = fields.require("horizon", "24h");
        YamlValue features = fields.require("features", "[contacts_7d]");
        YamlValue slices = fields.find("slices");
        YamlValue period = fields.find("intake-complete");
        YamlMapping complete = period == null ? null : period.mapping();
        String conversation = fields.findText("conversation");
        String description = fields.text("description", "");
        List<String> labelTypes = labels == null ? List.of() : distinct(labels);
        List<String> names = features == null ? List.of() : distinct(features);
        long completeFromMillis = timeMillis(complete, "from", Long.MIN_VALUE);
        long completeUntilMillis = timeMillis(complete, "until", Long.MAX_VALUE);
        if (complete != null) {
            complete.rejectUnknownKeys();
        }
        fields.rejectUnknownKeys();
        if (decision != null) {
            checkType(decision, decision.text(), conversation);
        }
        if (labels != null) {
            labelTypes.forEach(label -> checkType(labels, label, conversation));
        }
        if (features != null) {
            features.list().forEach(this::checkFeature);
        }
        SortedMap<String, String> told = new TreeMap<>();
        YamlMapping sliceMapping = slices == null ? null : slices.mapping();
        if (sliceMapping != null) {
            EventType type = decision == null ? null : catalogue.find(decision.text());
            sliceMapping.entries().forEach((slice, expression) -> {
                checkSlice(slice, expression, type, names);
                told.put(slice, expression.text().strip());
            });
        }
        return new Target(
                name,
                description,
                decision == null ? "" : decision.text(),
                labelTypes,
                horizon == null ? 1 : horizon.durationMillis(),
                conversation,
                completeFromMillis,
                completeUntilMillis,
                names,
                told);
    }

    private void checkSlice(String name, YamlValue at, @Nullable EventType decision, List<String> features) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            at.problem("slice is not snake_case: " + name + " (legal: channel)");
        } else if (ROW_COLUMNS.contains(name) || features.contains(name)) {
            at.problem("slice has the name of another column of a training set: " + name);
        }
        if (decision != null && declaredFeatures != null) {
            new ExpressionCompiler(DecisionSlices.scope(decision, declaredFeatures)).compile(at, ValueType.VALUE);
        }
    }

    private void checkType(YamlValue at, String name, @Nullable String conversation) {
        EventType type = catalogue.find(name);
        if (type == null) {
            at.problem("event type is not declared: " + name + catalogue.nearest(name));
        } else if (type.subject() != SubjectKind.CUSTOMER) {
            at.problem("event type is not about a customer: " + name);
        } else if (conversation != null && type.indexOf(conversation) < 0) {
            at.problem("conversation is not a field of " + name + ": " + conversation);
        }
    }

    private void checkFeature(YamlValue at) {
        if (declaredFeatures != null && !declaredFeatures.contains(at.text())) {
            at.problem("feature is not declared: " + at.text() + " (declare it in features/definitions)");
        }
    }

    private static List<String> distinct(YamlValue value) {
        List<String> texts = value.texts();
        HashSet<String> seen = new HashSet<>();
        for (String text : texts) {
            if (!seen.add(text)) {
                value.problem(value.key() + " names one twice: " + text);
            }
        }
        if (texts.isEmpty()) {
            value.problem(value.key() + " is empty");
        }
        return texts;
    }

    private static long timeMillis(@Nullable YamlMapping period, String key, long fallbackMillis) {
        YamlValue value = period == null ? null : period.find(key);
        return value == null ? fallbackMillis : value.timeMillis();
    }
}
