package io.heed.patterns.drawing;

import io.heed.patterns.definition.AfterMatch;
import io.heed.patterns.definition.PatternDefinition;
import java.util.ArrayList;
import java.util.List;

/** What a pattern says beside its timeline. */
record Note(String heading, String text) {
    static List<Note> of(PatternDefinition pattern) {
        List<Note> notes = new ArrayList<>();
        boolean oneEvent = pattern.windowMillis() == 0;
        if (!oneEvent || !pattern.afterMatch().equals(AfterMatch.NO_SKIP)) {
            notes.add(new Note("After a match", Wording.afterMatch(pattern.afterMatch())));
        }
        if (!pattern.among().isEmpty()) {
            notes.add(new Note("Counts for next", String.join(", ", pattern.among())));
        }
        if (!pattern.evidence().isEmpty()) {
            notes.add(new Note("Recorded too", String.join(", ", pattern.evidence())));
        }
        return notes;
    }
}
