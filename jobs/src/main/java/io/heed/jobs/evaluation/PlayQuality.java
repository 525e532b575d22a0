package io.heed.jobs.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How often one play, or one pattern, was right, and how much of what it is for it found. */
final class PlayQuality {
    private static final double HOUR = 3_600_000;

    private int raised;
    private int right;
    private int inTime;
    private int rightWithContact;
    private final List<Long> leadsMillis = new ArrayList<>();
    private final Set<Episode> inScope = new HashSet<>();
    private final Set<Episode> found = new HashSet<>();

    void addEpisode(Episode episode) {
        inScope.add(episode);
    }

    void addWrong() {
        raised++;
    }

    void addRight(Episode episode, long timeMillis) {
        raised++;
        right++;
        found.add(episode);
        if (!episode.contactsMillis().isEmpty()) {
            rightWithContact++;
            inTime += episode.hasContactAfter(timeMillis) ? 1 : 0;
        }
        episode.contactsMillis().stream()
                .filter(contact -> contact > timeMillis)
                .findFirst()
                .ifPresent(contact -> leadsMillis.add(contact - timeMillis));
    }

    double precision() {
        return raised == 0 ? Double.NaN : (double) right / raised;
    }

    double recall() {
        return inScope.isEmpty() ? Double.NaN : (double) foundInScope() / inScope.size();
    }

    /** How long before the next contact that they could prevent the right ones came: the median, NaN where none did. */
    double medianLeadHours() {
        List<Long> sorted = leadsMillis.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2) / HOUR;
    }

    private long foundInScope() {
        return found.stream().filter(inScope::contains).count();
    }

    void writeTo(ObjectNode node) {
        node.put("raised", raised);
        node.put("right", right);
        node.put("precision", precision());
        node.put("episodes", inScope.size());
        node.put("found", foundInScope());
        node.put("recall", recall());
        node.put("withContact", rightWithContact);
        node.put("beforeAContact", inTime);
        node.put("medianLeadHours", medianLeadHours());
    }
}
