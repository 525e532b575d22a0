package io.heed.triggers.play;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Fields;
import io.heed.events.expression.ValueType;
import io.heed.triggers.signal.Signal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A play whose expressions are compiled, ready to judge signals. */
public final class CompiledPlay {
    private final Play play;
    private final @Nullable Expression when;
    private final Expression probability;
    private final Expression customerValue;
    private final Expression businessValue;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<Expression> parameters = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Set<String> featuresRead;

    private record Reason(ReasonRule rule, @Nullable Expression when, Sentence sentence) {}

    private record Change(
            ChangeRule rule,
            @Nullable Expression where,
            @Nullable Reason reason) {}

    /** Compiles a play that was checked when it was loaded. */
    public CompiledPlay(Play play, Collection<String> features, EventCatalogue catalogue) {
        this.play = play;
        PlayScope scope = new PlayScope(play.signalKind(), play.stages(), features, catalogue);
        ExpressionCompiler compiler = scope.compiler();
        this.when = condition(play.when(), compiler);
        this.probability = compiler.compile(play.worth().probability(), ValueType.NUMBER);
        this.customerValue = compiler.compile(play.worth().customer(), ValueType.NUMBER);
        this.businessValue = compiler.compile(play.worth().business(), ValueType.NUMBER);
        play.reasons().forEach(rule -> reasons.add(reason(rule, compiler)));
        if (play.message() != null) {
            play.message()
                    .parameters()
                    .forEach(parameter ->
                            parameters.add(compiler.compile(parameter.value(), valueType(parameter.type()))));
        }
        for (ChangeRule rule : play.changes()) {
            ExpressionCompiler later = scope.compiler(rule.events());
            ReasonRule reason = rule.reason();
            changes.add(
                    new Change(rule, condition(rule.where(), later), reason == null ? null : reason(reason, later)));
        }
        this.featuresRead = collectFeatures();
    }

    /** The play as declared. */
    public Play play() {
        return play;
    }

    /** Whether the play is for signals of this name. */
    public boolean answers(Signal signal) {
        return play.signalKind() == signal.kind() && play.signal().equals(signal.name());
    }

    /** Whether its condition holds for a signal. */
    public boolean holds(Signal signal, Fields features, Fields profile) {
        return when == null || when.holds(new SignalBindings(play, signal, features, profile, null));
    }

    /** The probability, customer's value and company's value of acting on a signal; NaN where one is unknown. */
    public double[] worth(Signal signal, Fields features, Fields profile) {
        SignalBindings bindings = new SignalBindings(play, signal, features, profile, null);
        double likely = probability.number(bindings);
        return new double[] {
            Double.isNaN(likely) ? likely : Math.min(1, Math.max(0, likely)),
            customerValue.number(bindings),
            businessValue.number(bindings)
        };
    }

    /** The first reason that holds and can be said in full, or null where none can. */
    public @Nullable Said reason(Signal signal, Fields features, Fields profile, ZoneId zone) {
        SignalBindings bindings = new SignalBindings(play, signal, features, profile, null);
        for (Reason reason : reasons) {
            if (reason.when == null || reason.when.holds(bindings)) {
                Said said = say(reason, bindings, zone, play.urgency());
                if (said != null) {
                    return said;
                }
            }
        }
        return null;
    }

    /** The message for the customer; null where a parameter is absent. Only for plays that have a message. */
    public @Nullable Message message(Signal signal, Fields features, Fields profile) {
        MessageTemplate template = play.message();
        if (template == null) {
            throw new IllegalStateException("play has no message: " + play.name());
        }
        SignalBindings bindings = new SignalBindings(play, signal, features, profile, null);
        List<Message.Parameter> filled = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            MessageTemplate.Parameter parameter = template.parameters().get(i);
            Object value = parameters.get(i).evaluate(bindings);
            if (value == null) {
                return null;
            }
            filled.add(new Message.Parameter(parameter.name(), parameter.type(), parameter.unit(), plain(value)));
        }
        return new Message(template.id(), filled);
    }

    /** The first rule of a kind that a later event fulfils, or null. */
    public @Nullable ChangeRule change(
            ChangeKind kind, CareEvent event, Signal signal, Fields features, Fields profile) {
        Change change = find(kind, new SignalBindings(play, signal, features, profile, event), event);
        return change == null ? null : change.rule();
    }

    /** What an update by a later event says instead, or null where the event updates nothing. */
    public @Nullable Said update(
            CareEvent event, Signal signal, Fields features, Fields profile, ZoneId zone, Said before) {
        SignalBindings bindings = new SignalBindings(play, signal, features, profile, event);
        Change change = find(ChangeKind.UPDATES, bindings, event);
        if (change == null) {
            return null;
        }
        Urgency urgency = change.rule().urgency() == null
                ? before.urgency()
                : change.rule().urgency();
        Said said = change.reason() == null ? null : say(change.reason(), bindings, zone, urgency);
        return said == null ? new Said(before.code(), before.sentence(), urgency) : said;
    }

    /** The features that any of its expressions reads. */
    public Set<String> featuresRead() {
        return featuresRead;
    }

    private Set<String> collectFeatures() {
        Set<String> read = new TreeSet<>();
        List<@Nullable Expression> all = new ArrayList<>();
        all.add(when);
        all.add(probability);
        all.add(customerValue);
        all.add(businessValue);
        all.addAll(parameters);
        reasons.forEach(reason -> all.add(reason.when()));
        reasons.forEach(reason -> read.addAll(reason.sentence().featuresRead()));
        for (Change change : changes) {
            all.add(change.where());
            if (change.reason() != null) {
                read.addAll(change.reason().sentence().featuresRead());
            }
        }
        for (Expression expression : all) {
            if (expression != null) {
                read.addAll(expression.fieldsRead(SignalBindings.FEATURES));
            }
        }
        return read;
    }

    static ValueType valueType(io.heed.events.FieldType type) {
        return switch (type) {
            case TEXT -> ValueType.TEXT;
            case NUMBER, WHOLE -> ValueType.NUMBER;
            case FLAG -> ValueType.CONDITION;
            case TIME -> ValueType.TIME;
            case LIST -> throw new IllegalArgumentException("a parameter cannot be a list");
        };
    }

    private @Nullable Change find(ChangeKind kind, SignalBindings bindings, CareEvent event) {
        for (Change change : changes) {
            ChangeRule rule = change.rule();
            if (rule.kind() == kind
                    && rule.events().contains(event.type().name())
                    && (change.where() == null || change.where().holds(bindings))) {
                return change;
            }
        }
        return null;
    }

    private static Object plain(Object value) {
        if (value instanceof Instant instant) {
            return instant.toString();
        }
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private static @Nullable Said say(Reason reason, SignalBindings bindings, ZoneId zone, Urgency otherwise) {
        String sentence = reason.sentence().say(bindings, zone);
        Urgency urgency = reason.rule().urgency();
        return sentence == null
                ? null
                : new Said(reason.rule().code(), sentence, urgency == null ? otherwise : urgency);
    }

    private static Reason reason(ReasonRule rule, ExpressionCompiler compiler) {
        return new Reason(rule, condition(rule.when(), compiler), Sentence.compile(rule.sentence(), compiler));
    }

    private static @Nullable Expression condition(String text, ExpressionCompiler compiler) {
        return text.isEmpty() ? null : compiler.compile(text, ValueType.CONDITION);
    }
}
