package io.heed.events.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryStateStoreTest {
    private final MemoryStateStore state = new MemoryStateStore();

    @Test
    void everyCustomerHasStateOfTheirOwn() {
        Cell<Long> cell = state.cell("count", Codecs.LONG);
        Table<String, Long> table = state.table("counts", Codecs.TEXT, Codecs.LONG);
        state.turnTo("ana");
        cell.set(1L);
        table.put("a", 2L);

        state.turnTo("ben");
        assertThat(cell.get()).isNull();
        assertThat(table.entries()).isEmpty();

        state.turnTo("ana");
        assertThat(cell.get()).isEqualTo(1);
        assertThat(table.entries()).containsExactly(Map.entry("a", 2L));
    }

    @Test
    void clearedStateIsGoneForThisCustomerAlone() {
        Cell<String> cell = state.cell("name", Codecs.TEXT);
        state.turnTo("ben");
        cell.set("Ben");
        state.turnTo("ana");
        cell.set("Ana");
        cell.clear();

        assertThat(cell.get()).isNull();
        assertThat(state.bytesOf("ana")).isZero();
        state.turnTo("ben");
        assertThat(cell.get()).isEqualTo("Ben");
    }

    @Test
    void aValueChangedAfterItWasKeptIsNotChangedInTheState() {
        Cell<List<String>> cell = state.cell("names", Codecs.listOf(Codecs.TEXT));
        List<String> names = new ArrayList<>(List.of("a"));
        cell.set(names);
        names.add("b");

        assertThat(cell.get()).containsExactly("a");
    }

    @Test
    void keysAreToldApartByValue() {
        Table<Long, String> table = state.table("t", Codecs.LONG, Codecs.TEXT);
        table.put(1L << 40, "far");
        table.put(1L << 40, "again");
        table.put(1L, "near");
        table.remove(1L);
        table.remove(2L);

        assertThat(table.get(1L << 40)).isEqualTo("again");
        assertThat(table.get(1L)).isNull();
        assertThat(state.bytesOf("")).isEqualTo(8 + 1 + "again".length());
    }

    @Test
    void aNameIsGivenOnce() {
        state.cell("x", Codecs.LONG);

        assertThatThrownBy(() -> state.table("x", Codecs.LONG, Codecs.LONG)).hasMessage("state name is used twice: x");
    }
}
