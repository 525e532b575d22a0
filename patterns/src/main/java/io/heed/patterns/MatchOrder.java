package io.heed.patterns;

import io.heed.events.CareEvent;
import java.util.Comparator;
import java.util.List;

/** The order in which matches of one instant are given. */
final class MatchOrder {
    static final Comparator<PatternMatch> BY_PATTERN_AND_EVENTS = Comparator.comparing(PatternMatch::pattern)
            .thenComparingInt(PatternMatch::version)
            .thenComparing(PatternMatch::events, MatchOrder::compareIds);

    private MatchOrder() {}

    private static int compareIds(List<CareEvent> left, List<CareEvent> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).id().compareTo(right.get(i).id());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
