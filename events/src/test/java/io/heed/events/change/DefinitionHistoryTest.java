package io.heed.events.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Definitions here are plain texts that can be open for ten milliseconds. */
class DefinitionHistoryTest {
    private final DefinitionHistory<String> history =
            new DefinitionHistory<>(List.of(Running.always("spike", 1, "ratio 2")), definition -> 10);
    private long number;

    @Test
    void aVersionHoldsFromItsTimeOn() {
        apply(100, "spike", 2, "ratio 3", OnChange.DROP);

        assertThat(running(99)).containsExactly("spike@1 live");
        assertThat(running(100)).containsExactly("spike@2 live");
    }

    @Test
    void changesOfOneTimeHoldInTheOrderOfTheLog() {
        apply(100, "spike", 2, "ratio 3", OnChange.DROP);
        change(100, ChangeAction.PAUSE, "spike", 2, OnChange.DROP);

        assertThat(running(100)).containsExactly("spike@2 paused");
    }

    @Test
    void aLaterEntryMayTakeEffectEarlierForAnotherName() {
        apply(100, "spike", 2, "ratio 3", OnChange.DROP);
        apply(50, "drop", 1, "half", OnChange.DROP);

        assertThat(running(50)).containsExactly("drop@1 live", "spike@1 live");
        assertThat(running(100)).containsExactly("drop@1 live", "spike@2 live");
    }

    @Test
    void anEarlierTimeForTheSameNameIsRefused() {
        apply(100, "spike", 2, "ratio 3", OnChange.DROP);

        assertThatThrownBy(() -> apply(50, "spike", 3, "ratio 4", OnChange.DROP))
                .hasMessage("at is before an earlier change of spike (legal: at or after 1970-01-01T00:00:00.100Z)");
        assertThat(running(1_000)).containsExactly("spike@2 live");
    }

    @Test
    void finishLetsTheVersionBeforeEndWhatItHasOpen() {
        apply(100, "spike", 2, "ratio 3", OnChange.FINISH);

        assertThat(history.at(100).running())
                .filteredOn(running -> running.version() == 1)
                .allSatisfy(before -> {
                    assertThat(before.begins()).isFalse();
                    assertThat(before.untilMillis()).isEqualTo(110);
                });
    }

    @Test
    void aShadowStandsBesideWhatIsInForceUntilItIsPromoted() {
        shadow(100, "spike", 2, "ratio 3");
        change(200, ChangeAction.PROMOTE, "spike", 2, OnChange.DROP);

        assertThat(running(100)).containsExactly("spike@1 live", "spike@2 shadow");
        assertThat(running(200)).containsExactly("spike@2 live");
    }

    @Test
    void removingTakesTheShadowAlong() {
        shadow(100, "spike", 2, "ratio 3");
        change(200, ChangeAction.REMOVE, "spike", 1, OnChange.DROP);

        assertThat(running(200)).isEmpty();
    }

    @Test
    void oneVersionWithTwoContentsIsRefused() {
        assertThatThrownBy(() -> apply(100, "spike", 1, "ratio 3", OnChange.DROP))
                .hasMessage("version 1 of spike exists with another content (legal: version: 2)");
    }

    @Test
    void aVersionBelowTheHighestIsRefusedAlsoAfterItWasRemoved() {
        apply(100, "drop", 5, "half", OnChange.DROP);
        change(200, ChangeAction.REMOVE, "drop", 5, OnChange.DROP);

        assertThatThrownBy(() -> apply(300, "drop", 4, "third", OnChange.DROP))
                .hasMessage("version 4 of drop is not above the highest so far (legal: version: 6)");
    }

    @Test
    void whatTheWorkspaceHoldsAlreadyDoesNothing() {
        DefinitionHistory<String> newer =
                new DefinitionHistory<>(List.of(Running.always("spike", 3, "ratio 5")), definition -> 10);

        assertThat(newer.apply(changeOf(100, ChangeAction.APPLY, "spike", 3, false), "ratio 5", OnChange.DROP))
                .isFalse();
        assertThat(newer.apply(changeOf(100, ChangeAction.APPLY, "spike", 2, false), "ratio 3", OnChange.DROP))
                .isFalse();
        assertThat(newer.apply(changeOf(100, ChangeAction.PAUSE, "spike", 2, false), null, OnChange.DROP))
                .isFalse();
        assertThat(newer.at(1_000).running())
                .singleElement()
                .satisfies(only -> assertThat(only.mode()).isEqualTo(RunMode.LIVE));
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        assertThatThrownBy(() -> change(100, ChangeAction.PAUSE, "drop", 1, OnChange.DROP))
                .hasMessage("there is no definition in force of this name: drop");
        assertThatThrownBy(() -> change(100, ChangeAction.PROMOTE, "spike", 1, OnChange.DROP))
                .hasMessage("there is no shadow of this name: spike");
    }

    private void apply(long at, String name, int version, String definition, OnChange onChange) {
        history.apply(changeOf(at, ChangeAction.APPLY, name, version, false), definition, onChange);
    }

    private void shadow(long at, String name, int version, String definition) {
        history.apply(changeOf(at, ChangeAction.APPLY, name, version, true), definition, OnChange.DROP);
    }

    private void change(long at, ChangeAction action, String name, int version, OnChange onChange) {
        @Nullable String none = null;
        history.apply(changeOf(at, action, name, version, false), none, onChange);
    }

    private Change changeOf(long at, ChangeAction action, String name, int version, boolean shadow) {
        String definition = action == ChangeAction.APPLY ? "text" : "";
        return new Change(
                ++number, at, DefinitionKind.PATTERN, action, name, version, shadow, null, new TreeMap<>(), definition);
    }

    private List<String> running(long timeMillis) {
        return history.at(timeMillis).running().stream()
                .map(running -> running.key() + " " + running.mode().code())
                .toList();
    }
}
