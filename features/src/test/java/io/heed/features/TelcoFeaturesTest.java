package io.heed.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The features that Heed ships for a telco. */
class TelcoFeaturesTest {
    private final Workspace workspace = Workspace.local(Path.of(".."));
    private final FeatureDefinitions features = FeatureDefinitions.load(workspace, EventCatalogue.load(workspace));

    @Test
    void holdTheNineSignsOfHowACustomerFeels() {
        assertThat(features.all().stream()
                        .filter(feature -> feature.description().startsWith("Sign of how a customer feels"))
                        .map(FeatureDefinition::name))
                .containsExactlyInAnyOrder(
                        "call_centre_minutes_30d",
                        "account_page_minutes_30d",
                        "calls_dropped_7d",
                        "bill_peak_ratio_180d",
                        "unused_from_salesman",
                        "replies_to_messages_90d",
                        "contact_trend",
                        "lines_added_180d",
                        "relation_days");
    }

    @Test
    void eachSaysWhatItIsInWhichUnit() {
        assertThat(features.all()).hasSizeGreaterThan(40).allSatisfy(feature -> {
            assertThat(feature.description()).endsWith(".");
            assertThat(feature.unit()).isNotEmpty();
        });
    }
}
