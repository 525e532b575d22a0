package io.heed.replay.simulation.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ArrivalOrderTest {
    /** The oracle is a stable sort in memory. */
    @Property(tries = 60)
    void linesComeSortedByArrivalHoweverFewFitInMemory(
            @ForAll @Size(max = 60) List<@IntRange(max = 20) Integer> arrivals,
            @ForAll @IntRange(min = 1, max = 9) int memory)
            throws IOException {
        List<String> expected = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        try (ArrivalOrder order = new ArrivalOrder(memory)) {
            for (int i = 0; i < arrivals.size(); i++) {
                order.add(arrivals.get(i), (arrivals.get(i) + "/" + i).getBytes(UTF_8));
                places.add(i);
            }
            order.drainTo(line -> actual.add(new String(line, UTF_8)));
        }
        places.sort(Comparator.comparing(arrivals::get));
        places.forEach(place -> expected.add(arrivals.get(place) + "/" + place));
        assertThat(actual).isEqualTo(expected);
    }
}
