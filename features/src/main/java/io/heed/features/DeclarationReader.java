package io.heed.features;

import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.PersonalData;
import io.heed.events.SubjectKind;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import io.heed.events.expression.ValueType;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.features.Calculation.Derived;
import io.heed.features.Calculation.Rolling;
import io.heed.features.window.Aggregate;
import io.heed.features.window.Aggregate.Takes;
import io.heed.features.window.Terms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one feature's declaration and notes everything that is wrong with it. */
final class DeclarationReader {
    static final long SHORTEST_MILLIS = 60_000;
    private static final int MOST_EVENTS = 1_000;

    private final EventCatalogue catalogue;
    private final Problems problems;
    private final Set<String> features;
    private final Map<Set<String>, ExpressionCompiler> compilers = new HashMap<>();

    DeclarationReader(EventCatalogue catalogue, Problems problems, Set<String> features) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.features = features;
    }

    @Nullable
    Declaration read(YamlValue at, YamlMapping body) {
        return problems.build(at.keyPosition(), () -> {
            String description = body.requireText("description", "Calls in the last seven days.");
            String unit = body.requireText("unit", "calls");
            YamlValue expression = body.find("expression");
            Calculation calculation = expression == null ? rolling(body, unit) : derived(body, expression);
            body.rejectUnknownKeys();
            return calculation == null ? null : new Declaration(description, unit, calculation);
        });
    }

    private Derived derived(YamlMapping body, YamlValue expression) {
        YamlValue eventsAt = body.find("events");
        List<EventType> types = eventsAt == null ? List.of() : types(eventsAt);
        Scope scope = Scope.empty().withNumbers("features", features);
        if (eventsAt != null) {
            scope = scope.withEvent("event", types);
        } else if (expression.text().contains("event.")) {
            expression.problem(
                    "expression reads the event at hand, but no types are named (legal: events: [bill.issued])");
        }
        ExpressionCompiler compiler = new ExpressionCompiler(scope);
        Set<String> reads = new TreeSet<>();
        compile(compiler, expression, ValueType.NUMBER, reads);
        YamlValue where = body.find("where");
        if (where != null) {
            compile(compiler, where, ValueType.CONDITION, reads);
        }
        return new Derived(names(types), expression.text().strip(), text(where), reads);
    }

    private static void compile(
            ExpressionCompiler compiler, YamlValue at, ValueType wanted, Set<String> readsFeatures) {
        Expression compiled = compiler.compile(at, wanted);
        if (compiled != null) {
            readsFeatures.addAll(compiled.fieldsRead("features"));
        }
    }

    private @Nullable Rolling rolling(YamlMapping body, String unit) {
        YamlValue eventsAt = body.require("events", "[call.started]");
        YamlValue aggregateAt = body.require("aggregate", "count");
        Aggregate aggregate = aggregateAt == null ? null : aggregateAt.choice(Aggregate.class);
        List<EventType> begin = eventsAt == null ? new ArrayList<>() : new ArrayList<>(types(eventsAt));
        YamlMapping replaced = mapping(body.find("replaced"));
        YamlValue by = replaced == null ? null : replaced.require("by", "bill.corrected");
        List<EventType> replacing = by == null ? List.of() : types(by);
        begin.addAll(replacing);
        YamlValue untilAt = body.find("until");
        List<EventType> until = untilAt == null ? List.of() : types(untilAt);
        SubjectKind subject = subject(eventsAt, begin, until);
        YamlValue value = body.find("value");
        YamlValue where = body.find("where");
        YamlValue when = body.find("at");
        YamlValue group = body.find("group");
        YamlValue key = body.find("key");
        check(where, begin, ValueType.CONDITION);
        check(when, begin, ValueType.TIME);
        checkField(key, join(begin, until));
        checkField(group, join(begin, until));
        YamlValue naming = replaced == null ? null : replaced.require("naming", "replaces");
        checkField(naming, replacing);
        if (replaced != null) {
            replaced.rejectUnknownKeys();
        }
        boolean text = value != null && aggregate != null && checkValue(value, aggregate, begin);
        SeriesDefinition series = new SeriesDefinition(
                subject,
                sorted(begin),
                text(where),
                text(value),
                text,
                text(when),
                text(group),
                text(key),
                sorted(until),
                text(by),
                text(naming));
        SeriesDefinition since = since(body.find("since"), subject, group);
        if (aggregate == null) {
            return null;
        }
        checkKey(body, series, aggregate);
        if (value == null && aggregate.takes() != Takes.NOTHING) {
            body.require("value", "event.amount");
        }
        long windowMillis = windowMillis(body.find("window"));
        int last = last(body.find("last"));
        Terms terms = TermsReader.read(body, aggregate, unit);
        Rolling rolling = new Rolling(series, aggregate, windowMillis, last, since, terms, isExact(body.find("exact")));
        checkBounds(rolling, body);
        return rolling;
    }

    private void checkBounds(Rolling rolling, YamlMapping body) {
        Aggregate aggregate = rolling.aggregate();
        boolean isBounded = rolling.windowMillis() != 0 || rolling.last() != 0 || rolling.since() != null;
        if (!isBounded && aggregate.needsBound()) {
            problems.add(
                    body.position(),
                    aggregate.text() + " has no bound (legal: window: 7d, last: 3 or since: bill.issued)");
        }
        if (aggregate.isOfTurns() && rolling.last() == 0) {
            problems.add(
                    body.position(),
                    aggregate.text()
                            + " has no last: it is found among the newest events, one by one (legal: last: 30)");
        }
        if (rolling.windowMillis() == 0 && !rolling.series().isKept()) {
            problems.add(
                    body.position(),
                    "window is missing: events that all customers share are not kept forever (legal: window: 7d)");
        }
    }

    private List<EventType> types(YamlValue at) {
        List<EventType> types = new ArrayList<>();
        for (YamlValue name : at.list()) {
            EventType type = catalogue.find(name.text());
            if (type == null) {
                name.problem("event type is not declared: " + name.text() + catalogue.nearest(name.text()));
            } else {
                types.add(type);
            }
        }
        return types;
    }

    private static SubjectKind subject(@Nullable YamlValue at, List<EventType> begin, List<EventType> until) {
        List<EventType> all = join(begin, until);
        for (EventType type : all) {
            if (at != null && type.subject() != all.get(0).subject()) {
                at.problem("events are not all about one kind of subject: " + all.get(0) + " is about "
                        + all.get(0).subject() + ", " + type + " about " + type.subject());
                break;
            }
        }
        return all.isEmpty() ? SubjectKind.CUSTOMER : all.get(0).subject();
    }

    private void check(@Nullable YamlValue expression, List<EventType> types, ValueType wanted) {
        if (expression != null && !types.isEmpty()) {
            compiler(types).compile(expression, wanted);
        }
    }

    /** Checks a value; whether it is a text. */
    private boolean checkValue(YamlValue value, Aggregate aggregate, List<EventType> types) {
        if (aggregate.takes() == Takes.NOTHING) {
            value.problem("value is not read by " + aggregate.text());
        } else if (!types.isEmpty()) {
            if (aggregate.takes() == Takes.NUMBER_OR_TEXT && isText(value.text(), types)) {
                return true;
            }
            compiler(types).compile(value, ValueType.NUMBER);
        }
        return false;
    }

    private boolean isText(String value, List<EventType> types) {
        try {
            return !compiler(types).compile(value, ValueType.TEXT).text().isEmpty();
        } catch (IllegalArgumentException noText) {
            return false; // what is wrong with it is said when it is compiled as a number
        }
    }

    private ExpressionCompiler compiler(List<EventType> types) {
        return compilers.computeIfAbsent(
                new TreeSet<>(names(types)),
                any -> new ExpressionCompiler(Scope.empty().withEvent("event", types)));
    }

    /** Checks that every type has a plain field of a name. */
    private static void checkField(@Nullable YamlValue at, Collection<EventType> types) {
        if (at == null) {
            return;
        }
        for (EventType type : types) {
            Field field = type.field(at.text());
            if (field == null) {
                at.problem(at.key() + " is not a field of " + type + ": " + at.text());
            } else if (field.personal() != PersonalData.NONE) {
                at.problem(at.key() + " holds personal data and cannot be read: " + at.text() + " of " + type);
            } else if (field.type() != FieldType.TEXT && field.type() != FieldType.WHOLE) {
                at.problem(at.key() + " is neither text nor a whole number: " + at.text() + " of " + type);
            }
        }
    }

    private void checkKey(YamlMapping body, SeriesDefinition series, Aggregate aggregate) {
        boolean needed = aggregate.isOfOpenThings()
                || !series.until().isEmpty()
                || !series.replacedBy().isEmpty();
        if (needed) {
            body.require("key", "conversation");
        } else if (series.isTracked()) {
            problems.add(
                    body.position(), "key is not needed: nothing is ended or replaced (legal: until: [call.ended])");
        }
        if (aggregate.isOfOpenThings()) {
            body.require("until", "[call.ended]");
        }
        if (!series.replacedBy().isEmpty() && !series.isKept()) {
            problems.add(body.position(), "replaced is not possible for events that all customers share");
        }
    }

    private @Nullable SeriesDefinition since(@Nullable YamlValue at, SubjectKind subject, @Nullable YamlValue group) {
        if (at == null) {
            return null;
        }
        List<EventType> types = types(at);
        if (group != null) {
            for (EventType type : types) {
                if (type.field(group.text()) == null) {
                    at.problem("since names a type without the group's field " + group.text() + ": " + type);
                }
            }
        }
        for (EventType type : types) {
            if (type.subject() != SubjectKind.CUSTOMER || subject != SubjectKind.CUSTOMER) {
                at.problem("since is possible among events of customers only: " + type);
            }
        }
        return SeriesDefinition.marks(SubjectKind.CUSTOMER, sorted(types), text(group));
    }

    private static long windowMillis(@Nullable YamlValue at) {
        if (at == null) {
            return 0;
        }
        long millis = at.durationMillis();
        if (millis < SHORTEST_MILLIS || millis > Calculation.LONGEST_MILLIS) {
            at.problem("window is not within 1m..180d: " + at.text());
        }
        return millis;
    }

    private static int last(@Nullable YamlValue at) {
        if (at == null) {
            return 0;
        }
        int last = at.wholeNumber();
        if (last < 1 || last > MOST_EVENTS) {
            at.problem("last is not within 1.." + MOST_EVENTS + ": " + at.text());
        }
        return last;
    }

    private static boolean isExact(@Nullable YamlValue at) {
        if (at != null && !at.text().equals("always")) {
            at.problem("exact is not always: " + at.text() + " (legal: exact: always)");
        }
        return at != null;
    }

    private static @Nullable YamlMapping mapping(@Nullable YamlValue at) {
        return at == null ? null : at.mapping();
    }

    private static String text(@Nullable YamlValue at) {
        return at == null ? "" : at.text().strip();
    }

    private static List<EventType> join(List<EventType> some, List<EventType> others) {
        List<EventType> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<String> names(Collection<EventType> types) {
        return types.stream().map(EventType::name).distinct().sorted().toList();
    }

    private static List<String> sorted(Collection<EventType> types) {
        return names(types);
    }
}
