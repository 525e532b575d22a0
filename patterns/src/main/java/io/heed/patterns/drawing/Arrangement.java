package io.heed.patterns.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts cards into rows that fit a width. Few cards stand in a row, so that conditions stay readable; the widest ones
 * give way first.
 *
 * @param columns how wide a row may be
 * @param gap how wide an arrow is at least
 * @param widestGap how wide it is where there is room
 */
record Arrangement(int columns, int gap, int widestGap) {
    private static final int MOST_IN_A_ROW = 3;

    /** The rows, each of at least one card. */
    List<List<Placed>> rows(List<Card> cards) {
        int count = (cards.size() + MOST_IN_A_ROW - 1) / MOST_IN_A_ROW;
        List<List<Placed>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(row(cards.subList(row * cards.size() / count, (row + 1) * cards.size() / count)));
        }
        return rows;
    }

    private List<Placed> row(List<Card> cards) {
        int arrows = (int) cards.stream().filter(card -> card.link() != null).count();
        int[] widths = cards.stream().mapToInt(Card::naturalWidth).toArray();
        int room = columns - arrows * gap;
        int used = shrink(widths, room);
        int arrow = arrows == 0 ? 0 : Math.min(widestGap, gap + (room - used) / arrows);
        List<Placed> row = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < widths.length; i++) {
            Card card = cards.get(i);
            int before = card.link() == null ? 0 : arrow;
            row.add(new Placed(card, left + before, widths[i], before));
            left += before + widths[i];
        }
        return row;
    }

    /** Takes from the widest until all fit, and says how much they take then. */
    private static int shrink(int[] widths, int room) {
        int used = 0;
        for (int width : widths) {
            used += width;
        }
        while (used > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            widths[widest]--;
            used--;
        }
        return used;
    }
}
