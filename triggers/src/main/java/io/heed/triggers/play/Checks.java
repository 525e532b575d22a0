package io.heed.triggers.play;

import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.ValueType;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What several parts of a play are checked for. */
final class Checks {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Checks() {}

    /** A name, noted as a problem where it is not kebab-case. */
    static String kebabCase(YamlValue at, String name) {
        if (!KEBAB.matcher(name).matches()) {
            at.problem("name is not kebab-case: " + name + " (legal: bill-spike)");
        }
        return name;
    }

    /** The text of a condition, checked; the fallback where there is none. */
    static String condition(@Nullable YamlValue at, ExpressionCompiler compiler, String otherwise) {
        if (at == null) {
            return otherwise;
        }
        compiler.compile(at, ValueType.CONDITION);
        return at.text();
    }

    /** The urgency that a part of a play names, or null. */
    static @Nullable Urgency urgency(YamlMapping mapping) {
        YamlValue urgency = mapping.find("urgency");
        return urgency == null ? null : urgency.choice(Urgency.class);
    }
}
