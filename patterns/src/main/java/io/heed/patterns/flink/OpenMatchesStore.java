package io.heed.patterns.flink;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.flink.api.common.state.AggregatingState;
import org.apache.flink.api.common.state.AggregatingStateDescriptor;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReducingState;
import org.apache.flink.api.common.state.ReducingStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.jspecify.annotations.Nullable;

/** Gives flink-cep's shared buffer its three maps out of the open matches at hand. */
final class OpenMatchesStore implements KeyedStateStore {
    private @Nullable OpenMatches atHand;

    void turnTo(@Nullable OpenMatches open) {
        atHand = open;
    }

    @Override
    @SuppressWarnings("unchecked") // the shared buffer asks for these three maps, each with these types
    public <K, V> MapState<K, V> getMapState(MapStateDescriptor<K, V> descriptor) {
        return (MapState<K, V>)
                switch (descriptor.getName()) {
                    case "sharedBuffer-entries-with-lockable-edges" -> map(open -> open.nodes);
                    case "sharedBuffer-events" -> map(open -> open.events);
                    case "sharedBuffer-events-count" -> map(open -> open.numbers);
                    default ->
                        throw new IllegalArgumentException(
                                "flink-cep asks for a state that it did not have: " + descriptor.getName());
                };
    }

    private <K, V> MapState<K, V> map(Function<OpenMatches, Map<K, V>> part) {
        return new HeapMapState<>(() -> part.apply(Objects.requireNonNull(atHand, "no open matches are at hand")));
    }

    @Override
    public <T> ValueState<T> getState(ValueStateDescriptor<T> descriptor) {
        throw refused();
    }

    @Override
    public <T> ListState<T> getListState(ListStateDescriptor<T> descriptor) {
        throw refused();
    }

    @Override
    public <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> descriptor) {
        throw refused();
    }

    @Override
    public <I, A, O> AggregatingState<I, O> getAggregatingState(AggregatingStateDescriptor<I, A, O> descriptor) {
        throw refused();
    }

    @Override
    public <T> org.apache.flink.api.common.state.v2.ValueState<T> getValueState(
            org.apache.flink.api.common.state.v2.ValueStateDescriptor<T> descriptor) {
        throw refused();
    }

    @Override
    public <T> org.apache.flink.api.common.state.v2.ListState<T> getListState(
            org.apache.flink.api.common.state.v2.ListStateDescriptor<T> descriptor) {
        throw refused();
    }

    @Override
    public <K, V> org.apache.flink.api.common.state.v2.MapState<K, V> getMapState(
            org.apache.flink.api.common.state.v2.MapStateDescriptor<K, V> descriptor) {
        throw refused();
    }

    @Override
    public <T> org.apache.flink.api.common.state.v2.ReducingState<T> getReducingState(
            org.apache.flink.api.common.state.v2.ReducingStateDescriptor<T> descriptor) {
        throw refused();
    }

    @Override
    public <I, A, O> org.apache.flink.api.common.state.v2.AggregatingState<I, O> getAggregatingState(
            org.apache.flink.api.common.state.v2.AggregatingStateDescriptor<I, A, O> descriptor) {
        throw refused();
    }

    @Override
    public String getBackendTypeIdentifier() {
        return "hashmap";
    }

    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("open matches hold maps only");
    }
}
