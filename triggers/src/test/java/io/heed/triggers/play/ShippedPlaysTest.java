package io.heed.triggers.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.Workspace;
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
            new DeclaredSignals(PATTERNS, new TreeMap<>(Map.of("repeat-contact", "contact.ended"))));

    @Test
    void everyPatternAndTheModelHaveAPlay() {
        List<String> signals = PLAYS.plays().stream().map(Play::signal).toList();

        assertThat(signals)
                .containsAll(
                        PATTERNS.all().stream().map(PatternDefinition::name).toList())
                .contains("repeat-contact");
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
