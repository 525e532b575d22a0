package io.heed.triggers.play;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what later events do to a play's grounds. */
final class ChangesReader {
    private final EventCatalogue catalogue;

    ChangesReader(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All rules of a play. */
    List<ChangeRule> read(YamlMapping body, PlayScope scope) {
        List<ChangeRule> rules = new ArrayList<>();
        rules.addAll(changes(body.find("clears-when"), ChangeKind.CLEARS, scope));
        rules.addAll(changes(body.find("expires-when"), ChangeKind.EXPIRES, scope));
        rules.addAll(changes(body.find("updates-when"), ChangeKind.UPDATES, scope));
        return rules;
    }

    private List<ChangeRule> changes(@Nullable YamlValue at, ChangeKind kind, PlayScope scope) {
        List<ChangeRule> rules = new ArrayList<>();
        if (at == null) {
            return rules;
        }
        for (YamlValue item : at.list()) {
            YamlMapping mapping = item.mapping();
            if (mapping != null) {
                ChangeRule rule = change(mapping, kind, scope);
                mapping.rejectUnknownKeys();
                if (rule != null) {
                    rules.add(rule);
                }
            }
        }
        return rules;
    }

    private @Nullable ChangeRule change(YamlMapping mapping, ChangeKind kind, PlayScope scope) {
        List<String> events = eventTypes(mapping.require("events", "[bill.corrected]"));
        String because = mapping.requireText("because", "the bill was corrected");
        YamlValue where = mapping.find("where");
        YamlValue reason = kind == ChangeKind.UPDATES ? mapping.find("reason") : null;
        Urgency urgency = kind == ChangeKind.UPDATES ? Checks.urgency(mapping) : null;
        YamlMapping said = reason == null ? null : reason.mapping();
        if (events.isEmpty()) {
            return null; // the expressions cannot be checked without the types
        }
        ExpressionCompiler compiler = scope.compiler(events);
        String condition = Checks.condition(where, compiler, "");
        ReasonRule rule = said == null ? null : ReasonReader.reason(said, compiler);
        if (said != null) {
            said.rejectUnknownKeys();
        }
        return new ChangeRule(kind, events, condition, because, rule, urgency);
    }

    private List<String> eventTypes(@Nullable YamlValue at) {
        List<String> declared = new ArrayList<>();
        for (YamlValue item : at == null ? List.<YamlValue>of() : at.list()) {
            if (catalogue.find(item.text()) == null) {
                item.problem("event type is not declared: " + item.text() + catalogue.nearest(item.text()));
            } else {
                declared.add(item.text());
            }
        }
        return declared;
    }
}
