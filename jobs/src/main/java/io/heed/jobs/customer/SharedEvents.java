package io.heed.jobs.customer;

import io.heed.events.CareEvent;
import io.heed.events.SubjectKind;
import io.heed.events.timeline.SharedHistory;
import io.heed.events.timeline.TimelineOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The events of areas and the company, kept in memory in order of time. */
public final class SharedEvents implements SharedHistory {
    private static final Comparator<CareEvent> BY_TIME = Comparator.comparingLong(CareEvent::timeMillis)
            .thenComparing(TimelineOrder.byDueTime())
            .thenComparing(CareEvent::id);

    private final Map<String, NavigableSet<CareEvent>> bySubjectAndType = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /**
     * Adds an event; a copy of one that is there already, by source and id, changes nothing.
     *
     * @return whether it was new
     */
    public boolean add(CareEvent event) {
        if (!known.add(identity(event))) {
            return false;
        }
        String subject = event.type().subject() == SubjectKind.COMPANY ? "" : event.subject();
        bySubjectAndType
                .computeIfAbsent(key(subject, event.type().name()), key -> new TreeSet<>(BY_TIME))
                .add(event);
        return true;
    }

    @Override
    public List<CareEvent> events(SubjectKind kind, String subject, String type, long fromMillis, long untilMillis) {
        NavigableSet<CareEvent> all = bySubjectAndType.get(key(kind == SubjectKind.COMPANY ? "" : subject, type));
        if (all == null) {
            return List.of();
        }
        List<CareEvent> found = new ArrayList<>();
        for (CareEvent event : all) {
            if (event.timeMillis() >= untilMillis) {
                break;
            }
            if (event.timeMillis() >= fromMillis && event.dueMillis() < untilMillis) {
                found.add(event);
            }
        }
        return found;
    }

    /** All events, for a checkpoint. */
    public List<CareEvent> all() {
        List<CareEvent> all = new ArrayList<>();
        bySubjectAndType.values().forEach(all::addAll);
        return all;
    }

    /** Takes out and gives the events of areas before a time; what the company said last stays good for ever. */
    public List<CareEvent> removeAreasBefore(long timeMillis) {
        List<CareEvent> removed = new ArrayList<>();
        for (NavigableSet<CareEvent> events : bySubjectAndType.values()) {
            events.removeIf(event -> event.type().subject() == SubjectKind.AREA
                    && event.timeMillis() < timeMillis
                    && removed.add(event));
        }
        removed.forEach(event -> known.remove(identity(event)));
        return removed;
    }

    private static String identity(CareEvent event) {
        return event.source() + '\n' + event.id();
    }

    private static String key(String subject, String type) {
        return type + '\n' + subject;
    }
}
