package io.heed.triggers.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.Workspace;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.ValueType;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.triggers.TelcoWorkspace;
import io.heed.triggers.profile.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShippedPlaysTest {
    private static final Workspace SHIPPED = Workspace.local(TelcoWorkspace.ROOT);
    private static final List<String> FEATURES = features();
    private static final PatternDefinitions PATTERNS =
            PatternDefinitions.load(SHIPPED, TelcoWorkspace.EVENTS, FEATURES);
    private static final PlayDefinitions PLAYS = PlayDefinitions.load(
            SHIPPED,
            TelcoWorkspace.EVENTS,
            FEATURES,
            new DeclaredSignals(
                    PATTERNS, new TreeMap<>(Map.of("repeat-contact", "contact.ended", "bill-contact", "bill.issued"))));

    @Test
    void everyPatternAndEveryModelHasAPlay() {
        List<String> signals = PLAYS.plays().stream().map(Play::signal).toList();

        assertThat(signals)
                .containsAll(
                        PATTERNS.all().stream().map(PatternDefinition::name).toList())
                .contains("repeat-contact", "bill-contact");
    }

    @Test
    void onlyOffersMayWantSomethingAndAreWorthLittleToTheCustomer() {
        assertThat(PLAYS.plays().stream().filter(play -> play.action().purpose() == Purpose.OFFER))
                .allSatisfy(play ->
                        assertThat(Double.parseDouble(play.worth().customer())).isLessThanOrEqualTo(10));
    }

    @Test
    void everySentenceEndsAsASentence() {
        assertThat(PLAYS.plays())
                .allSatisfy(play -> assertThat(play.reasons())
                        .allSatisfy(reason -> assertThat(reason.sentence()).endsWith(".")));
    }

    @Test
    void readersOfFeaturesAreKnown() {
        assertThat(PLAYS.featuresRead(TelcoWorkspace.EVENTS).get("calm-upset-customer"))
                .containsExactly("distress_mean_24h");
    }

    @Test
    void everyExpressionRunsAsClosures() {
        List<Expression> expressions = new ArrayList<>();
        for (Play play : PLAYS.plays()) {
            PlayScope scope = new PlayScope(play.signalKind(), play.stages(), FEATURES, TelcoWorkspace.EVENTS);
            ExpressionCompiler compiler = scope.compiler();
            add(expressions, compiler, play.when(), ValueType.CONDITION);
            add(expressions, compiler, play.worth().probability(), ValueType.NUMBER);
            add(expressions, compiler, play.worth().customer(), ValueType.NUMBER);
            add(expressions, compiler, play.worth().business(), ValueType.NUMBER);
            play.reasons().forEach(reason -> add(expressions, compiler, reason));
            MessageTemplate message = play.message();
            if (message != null) {
                message.parameters().forEach(each -> add(expressions, compiler, each.value(), ValueType.VALUE));
            }
            for (ChangeRule rule : play.changes()) {
                ReasonRule reason = rule.reason();
                add(expressions, scope.compiler(rule.events()), rule.where(), ValueType.CONDITION);
                if (reason != null) {
                    add(expressions, scope.compiler(rule.events()), reason);
                }
            }
        }

        assertThat(expressions).hasSizeGreaterThan(100).allMatch(Expression::runsAsClosures);
    }

    private static void add(List<Expression> expressions, ExpressionCompiler compiler, ReasonRule reason) {
        add(expressions, compiler, reason.when(), ValueType.CONDITION);
        for (String part : reason.sentence().split("\\{", -1)) {
            int end = part.indexOf('}');
            String inside =
                    end < 0 ? "" : Place.parse(part.substring(0, end), 0).expression();
            add(expressions, compiler, inside, ValueType.VALUE);
        }
    }

    private static void add(List<Expression> expressions, ExpressionCompiler compiler, String text, ValueType wanted) {
        if (!text.isEmpty()) {
            expressions.add(compiler.compile(text, wanted));
        }
    }

    private static List<String> features() {
        Problems problems = new Problems();
        List<String> names = new ArrayList<>();
        for (DefinitionFile file : SHIPPED.definitions("features/definitions")) {
            YamlMapping top = YamlFile.read(file.name(), file.text(), problems);
            YamlValue section = top == null ? null : top.find("features");
            YamlMapping named = section == null ? null : section.mapping();
            names.addAll(named == null ? new TreeSet<>() : named.entries().keySet());
        }
        return names;
    }
}
