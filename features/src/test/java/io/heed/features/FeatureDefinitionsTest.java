package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.yaml.InvalidDefinitionsException;
import org.junit.jupiter.api.Test;

class FeatureDefinitionsTest {
    private static final String TYPES = """
            event-types:
              call.started:
                fields:
                  account: {type: text}
                  direction: {type: text}
                  phone: {type: text, personal: hash}
                  price: {type: number}
              call.ended: {fields: {seconds: {type: whole}}}
              outage.started: {subject: area, fields: {outage: {type: text}}}
            """;

    @Test
    void everyProblemIsNamedAtItsPlace() {
        assertThat(problems("""
                features:
                  Calls7d:
                    description: d
                    unit: calls
                    events: [call.startd]
                    aggregate: count
                    window: 7d
                  no_bound:
                    description: d
                    unit: calls
                    events: [call.started]
                    aggregate: count
                  too_long:
                    description: d
                    unit: calls
                    events: [call.started]
                    where: event.direction == 1.0
                    aggregate: mean
                    window: 181d
                    last: 0
                    colour: red
                  wrong_group:
                    description: d
                    unit: calls
                    events: [call.started, call.ended]
                    aggregate: count
                    window: 30s
                    group: account
                  personal:
                    description: d
                    unit: calls
                    events: [call.started]
                    where: event.phone != ""
                    aggregate: count
                    window: 1d
                    group: phone
                """))
                .contains("features.yaml:2:3: a feature's name is not snake_case: Calls7d (legal: calls_7d)")
                .contains("features.yaml:5:14: event type is not declared: call.startd (legal: call.started)")
                .contains("features.yaml:9:5: count has no bound")
                .contains("features.yaml:17:")
                .contains("features.yaml:14:5: key is missing: value (legal: value: event.amount)")
                .contains("features.yaml:19:13: window is not within 1m..180d: 181d")
                .contains("features.yaml:20:11: last is not within 1..1000: 0")
                .contains("features.yaml:21:5: unknown key: colour")
                .contains("features.yaml:27:13: window is not within 1m..180d: 30s")
                .contains("features.yaml:28:12: group is not a field of call.ended: account")
                .contains("features.yaml:33:")
                .contains("field holds personal data and cannot be read: event.phone")
                .contains("features.yaml:36:12: group holds personal data and cannot be read: phone of call.started");
    }

    @Test
    void whatAnAggregateCannotUseIsRefused() {
        assertThat(problems("""
                features:
                  counted_value:
                    description: d
                    unit: calls
                    events: [call.started]
                    aggregate: count
                    value: event.price
                    window: 1d
                  time_in_dollars:
                    description: d
                    unit: USD
                    events: [call.started]
                    aggregate: time-since
                  open_without_end:
                    description: d
                    unit: calls
                    events: [call.started]
                    aggregate: open-count
                  mixed_subjects:
                    description: d
                    unit: calls
                    events: [call.started, outage.started]
                    aggregate: count
                    window: 1d
                  unknown_aggregate:
                    description: d
                    unit: calls
                    events: [call.started]
                    aggregate: median
                    window: 1d
                  turns_without_last:
                    description: d
                    unit: d
                    events: [call.started]
                    aggregate: turn
                    value: event.price
                    window: 1d
                  turns_by_nothing:
                    description: d
                    unit: d
                    events: [call.started]
                    aggregate: time-since-turn
                    value: event.price
                    half-life: 1d
                    by: 0
                    last: 30
                  mean_by:
                    description: d
                    unit: d
                    events: [call.started]
                    aggregate: decayed-mean
                    value: event.price
                    window: 1d
                    by: 0.5
                  shared_forever:
                    description: d
                    unit: d
                    events: [outage.started]
                    aggregate: time-since
                """))
                .contains("features.yaml:7:12: value is not read by count")
                .contains("features.yaml:11:11: unit of time-since is not one of s, min, h, d: USD")
                .contains("features.yaml:15:5: key is missing: key")
                .contains("features.yaml:15:5: key is missing: until")
                .contains("features.yaml:22:13: events are not all about one kind of subject")
                .contains("features.yaml:29:16: aggregate is not one of")
                .contains("features.yaml:32:5: key is missing: half-life")
                .contains("features.yaml:32:5: key is missing: by")
                .contains("features.yaml:32:5: turn has no last: it is found among the newest events")
                .contains("features.yaml:45:9: by is not above 0: 0 (legal: by: 0.3)")
                .contains("features.yaml:48:5: key is missing: half-life")
                .contains("features.yaml:54:9: by is not read by decayed-mean")
                .contains("features.yaml:56:5: window is missing");
    }

    @Test
    void expressionsThatReadThemselvesAreRefusedOnce() {
        assertThat(problems("""
                features:
                  one: {description: d, unit: x, expression: features.two + 1.0}
                  two: {description: d, unit: x, expression: features.three + 1.0}
                  three: {description: d, unit: x, expression: features.one + 1.0}
                """))
                .contains("feature reads itself: one -> two -> three -> one")
                .contains("1 problem");
    }

    @Test
    void anExpressionOverAnUndeclaredFeatureOrWithoutTypesIsRefusedAtItsPlace() {
        assertThat(problems("""
                features:
                  one: {description: d, unit: x, expression: features.none + 1.0}
                  two: {description: d, unit: x, expression: event.price + 1.0}
                """))
                .contains("features.yaml:2:")
                .contains("undefined field 'none'")
                .contains("features.yaml:3:46: expression reads the event at hand, but no types are named");
    }

    @Test
    void aHashChangesWithWhatChangesTheValuesAlone() {
        String calls = """
                features:
                  calls:
                    description: %s
                    unit: calls
                    events: [call.started]
                    where: event.price > %s
                    aggregate: count
                    window: %s
                  twice: {description: d, unit: x, expression: features.calls * 2.0}
                """;
        FeatureDefinitions plain = load(calls.formatted("Calls.", "0.0", "7d"));
        FeatureDefinitions described = load(calls.formatted("Other words.", "0.0", "168h"));
        FeatureDefinitions longer = load(calls.formatted("Calls.", "0.0", "8d"));
        FeatureDefinitions stricter = load(calls.formatted("Calls.", "1.0", "7d"));

        assertThat(plain.require("calls").hash())
                .hasSize(32)
                .isEqualTo(described.require("calls").hash())
                .isNotEqualTo(longer.require("calls").hash())
                .isNotEqualTo(stricter.require("calls").hash());
        assertThat(plain.require("twice").hash())
                .isEqualTo(described.require("twice").hash())
                .isNotEqualTo(longer.require("twice").hash());
    }

    @Test
    void aHashStaysTheSameFromVersionToVersion() {
        FeatureDefinitions features = load("""
                features:
                  calls: {description: d, unit: calls, events: [call.started], aggregate: count, window: 7d}
                """);

        assertThat(features.require("calls").hash()).isEqualTo("256b9c8c7f730d64f7bf50a9f2dfcc56");
    }

    private static FeatureDefinitions load(String features) {
        Workspace workspace = FeatureBench.workspace(TYPES, features);
        return FeatureDefinitions.load(workspace, EventCatalogue.load(workspace));
    }

    private static String problems(String features) {
        InvalidDefinitionsException refused =
                catchThrowableOfType(InvalidDefinitionsException.class, () -> load(features));
        return String.valueOf(refused.getMessage());
    }
}
