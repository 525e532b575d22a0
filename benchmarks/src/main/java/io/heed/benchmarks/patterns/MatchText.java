package io.heed.benchmarks.patterns;

import io.heed.events.CareEvent;
import java.util.List;
import java.util.Map;

/**
 * Says which events made a match, the same way whoever found it. The time is left out: Heed gives an absence its
 * deadline, plain CEP the time of whatever made it notice.
 */
public final class MatchText {
    private MatchText() {}

    /** Such as {@code pair first=e1 second=e2,e3}; stages without events are left out. */
    public static String of(String pattern, Map<String, List<CareEvent>> stages) {
        StringBuilder text = new StringBuilder(pattern);
        for (Map.Entry<String, List<CareEvent>> stage : stages.entrySet()) {
            char before = '=';
            for (CareEvent event : stage.getValue()) {
                if (before == '=') {
                    text.append(' ').append(stage.getKey());
                }
                text.append(before).append(event.id());
                before = ',';
            }
        }
        return text.toString();
    }
}
