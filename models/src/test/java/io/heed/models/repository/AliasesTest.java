package io.heed.models.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.models.repository.Aliases.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class AliasesTest {
    private static final Aliases ALL = new Aliases(1, new Share(2, 0.1), List.of(new Share(3, 1), new Share(4, 0.125)));

    @Test
    void whoBecomesChampionServesAsNothingElse() {
        assertThat(ALL.withChampion(2)).isEqualTo(new Aliases(2, null, ALL.shadows()));
        assertThat(ALL.withChampion(3)).isEqualTo(new Aliases(3, ALL.challenger(), List.of(new Share(4, 0.125))));
        assertThat(ALL.withChampion(9)).isEqualTo(new Aliases(9, ALL.challenger(), ALL.shadows()));
    }

    @Test
    void aShareChangesInPlace() {
        assertThat(ALL.withChallenger(new Share(2, 0.5)).challenger()).isEqualTo(new Share(2, 0.5));
        assertThat(ALL.withShadow(new Share(4, 1)).shadows()).containsExactly(new Share(3, 1), new Share(4, 1));
        assertThat(ALL.withShadow(new Share(2, 1)).challenger()).isNull();
    }

    @Test
    void aChampionCannotBecomeItsOwnChallenger() {
        assertThatThrownBy(() -> ALL.withChallenger(new Share(1, 0.5)))
                .hasMessageContaining("a challenger needs a champion: 1");
    }

    @Test
    void onlyChallengersAndShadowsAreTakenAway() {
        assertThat(ALL.without(2).challenger()).isNull();
        assertThat(ALL.without(3).shadows()).containsExactly(new Share(4, 0.125));
        assertThatThrownBy(() -> ALL.without(1))
                .hasMessage("version is neither challenger nor shadow: 1 (serving: [1, 2, 3, 4])");
    }

    @Test
    void everyPartIsSaidInWords() {
        assertThat(List.of(1, 2, 3, 4, 5).stream().map(ALL::part))
                .containsExactly("champion", "challenger for 10 %", "shadow for 100 %", "shadow for 12.5 %", "");
    }
}
