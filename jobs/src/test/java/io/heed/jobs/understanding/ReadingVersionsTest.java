package io.heed.jobs.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.Deployment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingVersionsTest {
    private static final String MODEL = "emotional-state";
    private static final long LONG_AFTER = ReadingVersions.KEPT_UNUSED_MILLIS;

    private final List<String> loaded = Collections.synchronizedList(new ArrayList<>());
    private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
    private final ReadingVersions<String> versions =
            new ReadingVersions<>(MODEL, List.of(deployment(1)), this::load, closed::add);

    @AfterEach
    void close() {
        versions.close();
    }

    @Test
    void theTimeOfAMessageAlonePicksTheVersion() {
        versions.adopt(change(1, 2, 100));
        versions.adopt(change(2, 3, 200));

        assertThat(versions.at(99, 0)).isEqualTo("1");
        assertThat(versions.at(250, 0)).isEqualTo("3");
        assertThat(versions.at(100, 0)).isEqualTo("2");
        assertThat(versions.at(0, 0)).isEqualTo("1");
        assertThat(loaded).containsExactly("1", "3", "2");
    }

    @Test
    void aVersionThatReadsAgainIsNotLoadedAgain() {
        versions.adopt(change(1, 2, 100));
        versions.adopt(change(2, 1, 200));

        assertThat(versions.at(0, 0)).isEqualTo("1");
        assertThat(versions.at(200, 0)).isEqualTo("1");
        assertThat(loaded).containsExactly("1");
    }

    @Test
    void whatIsPreparedIsLoadedBeforeItIsAskedFor() {
        versions.adopt(change(1, 2, 100));
        versions.prepare(150, 0);
        versions.close(); // waits for what is being loaded

        assertThat(loaded).containsExactly("2");
        assertThat(closed).containsExactly("2");
    }

    @Test
    void aVersionGoesWhenNoNewMessageNeedsItAndNoLateOneHasComeForAWhile() {
        versions.adopt(change(1, 2, 100));
        versions.at(0, 0);
        versions.at(100, 0);

        versions.letGoBefore(99, LONG_AFTER);
        assertThat(closed).as("messages at 99 may come").isEmpty();
        versions.at(50, 10);
        versions.letGoBefore(100, LONG_AFTER + 9);
        assertThat(closed).as("a late one has just come").isEmpty();
        versions.letGoBefore(100, LONG_AFTER + 10);
        assertThat(closed).containsExactly("1");
        assertThat(versions.size()).isEqualTo(1);

        assertThat(versions.at(50, LONG_AFTER + 20)).as("later still").isEqualTo("1");
        assertThat(loaded).containsExactly("1", "2", "1");
    }

    @Test
    void whatCannotBeLoadedIsToldToWhoeverNeedsIt() {
        versions.adopt(change(1, 13, 100));
        versions.prepare(0, 0);

        assertThat(versions.at(99, 0)).isEqualTo("1");
        assertThatThrownBy(() -> versions.at(100, 0)).hasMessage("version 13 cannot be loaded");
    }

    @Test
    void nothingReadsUntilAFirstVersionIsDeployed() {
        ReadingVersions<String> none = new ReadingVersions<>(MODEL, List.of(), this::load, closed::add);
        none.adopt(change(1, 2, 100));

        assertThat(none.at(99, 0)).isEqualTo("none");
        assertThat(none.at(100, 0)).isEqualTo("2");
        none.close();
    }

    @Test
    void onlyChangesOfTheModelAreMeant() {
        assertThat(versions.isMeant(change(1, 2, 100))).isTrue();
        assertThat(versions.isMeant(new Change(
                        1,
                        100,
                        DefinitionKind.MODEL,
                        ChangeAction.APPLY,
                        "repeat-contact",
                        1,
                        false,
                        null,
                        new TreeMap<>(),
                        "champion: 1")))
                .isFalse();
    }

    private String load(Optional<Deployment> deployment) {
        String version = deployment
                .map(each -> String.valueOf(each.aliases().champion()))
                .orElse("none");
        if (version.equals("13")) {
            throw new IllegalStateException("version 13 cannot be loaded");
        }
        loaded.add(version);
        return version;
    }

    private static Change change(int number, int champion, long atMillis) {
        return new Change(
                number,
                atMillis,
                DefinitionKind.MODEL,
                ChangeAction.APPLY,
                MODEL,
                number,
                false,
                null,
                new TreeMap<>(),
                deployment(champion).yaml());
    }

    private static Deployment deployment(int champion) {
        return new Deployment(
                MODEL,
                "",
                Aliases.champion(champion),
                new TreeMap<>(Map.of(champion, "hash-of-" + champion)),
                new TreeSet<>());
    }
}
