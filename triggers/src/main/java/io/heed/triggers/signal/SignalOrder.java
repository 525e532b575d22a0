package io.heed.triggers.signal;

import io.heed.events.CareEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Brings the signals of one instant into an order of their own, however they came. */
public final class SignalOrder {
    private static final Comparator<Signal> BY_ANCHOR = Comparator.comparing(Signal::kind)
            .thenComparing(Signal::name)
            .thenComparingInt(Signal::version)
            .thenComparingLong(Signal::timeMillis)
            .thenComparing(signal -> signal.anchor().source())
            .thenComparing(signal -> signal.anchor().id());
    private static final Comparator<Signal> BY_EVENTS =
            Comparator.comparingInt((Signal signal) -> -count(signal)).thenComparing(SignalOrder::ids);

    private SignalOrder() {}

    /** The signals in order; of several with one name, time and anchor the one with the most events. */
    public static List<Signal> inOrder(List<Signal> signals) {
        List<Signal> sorted = new ArrayList<>(signals);
        sorted.sort(BY_ANCHOR.thenComparing(BY_EVENTS));
        List<Signal> distinct = new ArrayList<>();
        for (Signal signal : sorted) {
            if (distinct.isEmpty() || BY_ANCHOR.compare(distinct.get(distinct.size() - 1), signal) != 0) {
                distinct.add(signal);
            }
        }
        return distinct;
    }

    private static int count(Signal signal) {
        return signal.stages().values().stream().mapToInt(List::size).sum();
    }

    private static String ids(Signal signal) {
        return signal.stages().values().stream()
                .flatMap(List::stream)
                .map(CareEvent::id)
                .collect(Collectors.joining("\n"));
    }
}
