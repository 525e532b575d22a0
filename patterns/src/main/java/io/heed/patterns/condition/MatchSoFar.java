package io.heed.patterns.condition;

import io.heed.events.CareEvent;
import java.util.List;

/** The events of an open match, by stage. */
public interface MatchSoFar {
    /** A match that has not begun. */
    MatchSoFar NOTHING = stage -> List.of();

    /** The events that a stage holds, in order. */
    List<CareEvent> events(String stage);
}
