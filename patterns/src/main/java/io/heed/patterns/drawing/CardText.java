package io.heed.patterns.drawing;

import java.util.List;

/** The text of a card below its title, broken into lines. */
record CardText(List<String> events, List<String> remarks, List<String> conditions) {
    /** Copies the lists. */
    CardText {
        events = List.copyOf(events);
        remarks = List.copyOf(remarks);
        conditions = List.copyOf(conditions);
    }
}
