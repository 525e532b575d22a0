package io.heed.events.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.state.MemoryStateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private final MemoryStateStore state = new MemoryStateStore();
    private final Agenda agenda = new Agenda(state);
    private final StageAgenda patterns = agenda.of("patterns");
    private final StageAgenda plays = agenda.of("plays");

    @Test
    void workIsTakenByTimeThenStageThenName() {
        plays.set("a", 5);
        patterns.set("b", 5);
        patterns.set("a", 5);
        plays.set("z", 4);

        assertThat(polledUntil(9))
                .extracting(Deadline::stage, Deadline::name)
                .containsExactly(
                        tuple("plays", "z"), tuple("patterns", "a"), tuple("patterns", "b"), tuple("plays", "a"));
    }

    @Test
    void workIsDueAtItsTimeAndNotBefore() {
        plays.set("a", 5);

        assertThat(agenda.pollDue(4)).isNull();
        assertThat(agenda.pollDue(5)).isEqualTo(new Deadline(5, "plays", "a"));
        assertThat(agenda.pollDue(5)).isNull();
        assertThat(agenda.next()).isNull();
    }

    @Test
    void settingAgainReplacesAndSettingIfAbsentDoesNot() {
        plays.set("a", 5);
        plays.set("a", 3);
        plays.setIfAbsent("a", 1);
        patterns.setIfAbsent("a", 7);

        assertThat(agenda.open()).containsExactly(new Deadline(3, "plays", "a"), new Deadline(7, "patterns", "a"));
    }

    @Test
    void cancellingTakesOffOneNameOfOneStage() {
        plays.set("a", 1);
        plays.set("b", 2);
        patterns.set("a", 3);

        plays.cancel("a");
        plays.cancel("never set");

        assertThat(agenda.open()).containsExactly(new Deadline(2, "plays", "b"), new Deadline(3, "patterns", "a"));
    }

    @Test
    void everyCustomerHasAnAgendaOfTheirOwnAndAnEmptyOneTakesNoState() {
        state.turnTo("ana");
        plays.set("a", 1);
        state.turnTo("ben");
        assertThat(agenda.next()).isNull();

        state.turnTo("ana");
        plays.cancel("a");
        assertThat(state.bytesOf("ana")).isZero();
        plays.set("a", 1);
        agenda.clear();
        assertThat(agenda.open()).isEmpty();
    }

    @Property(tries = 200)
    void theAgendaGivesWhatASortedListWouldGive(@ForAll long seed) {
        Random random = new Random(seed);
        MemoryStateStore store = new MemoryStateStore();
        Agenda tested = new Agenda(store);
        List<Deadline> reference = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            String stage = "stage" + random.nextInt(2);
            String name = "name" + random.nextInt(4);
            long time = random.nextInt(20);
            switch (random.nextInt(4)) {
                case 0 -> {
                    tested.of(stage).cancel(name);
                    reference.removeIf(deadline -> isOf(deadline, stage, name));
                }
                case 1 -> {
                    tested.of(stage).setIfAbsent(name, time);
                    if (reference.stream().noneMatch(deadline -> isOf(deadline, stage, name))) {
                        reference.add(new Deadline(time, stage, name));
                    }
                }
                case 2 -> assertThat(tested.pollDue(time)).isEqualTo(poll(reference, time));
                default -> {
                    tested.of(stage).set(name, time);
                    reference.removeIf(deadline -> isOf(deadline, stage, name));
                    reference.add(new Deadline(time, stage, name));
                }
            }
            assertThat(new ArrayList<>(tested.open()))
                    .isEqualTo(reference.stream().sorted().toList());
        }
    }

    private static @Nullable Deadline poll(List<Deadline> reference, long time) {
        List<Deadline> due = reference.stream()
                .filter(deadline -> deadline.timeMillis() <= time)
                .sorted()
                .toList();
        if (due.isEmpty()) {
            return null;
        }
        reference.remove(due.get(0));
        return due.get(0);
    }

    private static boolean isOf(Deadline deadline, String stage, String name) {
        return deadline.stage().equals(stage) && deadline.name().equals(name);
    }

    private List<Deadline> polledUntil(long time) {
        List<Deadline> polled = new ArrayList<>();
        for (Deadline next = agenda.pollDue(time); next != null; next = agenda.pollDue(time)) {
            polled.add(next);
        }
        return polled;
    }

    private static org.assertj.core.groups.Tuple tuple(String stage, String name) {
        return org.assertj.core.groups.Tuple.tuple(stage, name);
    }
}
