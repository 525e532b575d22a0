package io.heed.events.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.TestCatalogue;
import io.heed.events.state.MemoryStateStore;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {
    private static final EventType CALL = TestCatalogue.create().require("call.started");
    private static final long DAY = 86_400_000;

    private final MemoryStateStore state = new MemoryStateStore();
    private final Agenda agenda = new Agenda(state);
    private final DuplicateFilter filter = new DuplicateFilter(state, agenda.of("duplicates"), 7 * DAY);

    @Test
    void aCopyIsTheSameSourceAndId() {
        assertThat(filter.isDuplicate(event("pbx", "1", 0))).isFalse();
        assertThat(filter.isDuplicate(event("pbx", "1", 0))).isTrue();
        assertThat(filter.isDuplicate(event("pbx", "2", 0))).isFalse();
        assertThat(filter.isDuplicate(event("chat", "1", 0))).isFalse();
    }

    @Test
    void anIdUsedAnewAfterTheTimeIsNoCopyEvenBeforeTheSweep() {
        assertThat(filter.isDuplicate(event("pbx", "1", 0))).isFalse();
        assertThat(filter.isDuplicate(event("pbx", "1", 7 * DAY - 1))).isTrue();
        assertThat(filter.isDuplicate(event("pbx", "1", 7 * DAY))).isFalse();
        assertThat(filter.isDuplicate(event("pbx", "1", 7 * DAY + 1))).isTrue();
    }

    @Test
    void theSweepForgetsWhatIsOldAndComesBackWhileSomethingIsLeft() {
        filter.isDuplicate(event("pbx", "old", 0));
        filter.isDuplicate(event("pbx", "new", 2 * DAY));
        assertThat(agenda.open()).extracting(Deadline::timeMillis).containsExactly(8 * DAY);

        sweep(8 * DAY);
        assertThat(agenda.open()).extracting(Deadline::timeMillis).containsExactly(10 * DAY);
        assertThat(filter.isDuplicate(event("pbx", "new", 2 * DAY))).isTrue();

        sweep(10 * DAY);
        assertThat(agenda.open()).isEmpty();
        assertThat(state.bytesOf("")).isZero();
        assertThat(filter.isDuplicate(event("pbx", "old", 0))).isFalse();
        assertThat(agenda.open()).hasSize(1);
    }

    @Test
    void anErasedCustomerIsForgotten() {
        filter.isDuplicate(event("pbx", "1", 0));
        filter.clear();

        assertThat(filter.isDuplicate(event("pbx", "1", 0))).isFalse();
    }

    private void sweep(long nowMillis) {
        Deadline due = agenda.pollDue(nowMillis);
        assertThat(due).isNotNull();
        filter.onDue(nowMillis);
    }

    private static CareEvent event(String source, String id, long timeMillis) {
        return new CareEvent(
                CALL,
                id,
                source,
                "c1",
                timeMillis,
                timeMillis,
                0,
                new Object[CALL.fields().size()]);
    }
}
