package io.heed.events.timeline;

import io.heed.events.CareEvent;
import io.heed.events.SubjectKind;
import java.util.List;

/** Events about areas and the company, which every customer may read. */
public interface SharedHistory {
    /** A history in which nothing ever happened. */
    SharedHistory EMPTY = (kind, subject, type, fromMillis, untilMillis) -> List.of();

    /**
     * The events of a type about a subject with a time in [from, until), in order of time.
     *
     * @param subject the area; ignored for the company
     */
    List<CareEvent> events(SubjectKind kind, String subject, String type, long fromMillis, long untilMillis);
}
