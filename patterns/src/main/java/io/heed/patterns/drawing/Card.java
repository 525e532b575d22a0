package io.heed.patterns.drawing;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One stage on a timeline, in words.
 *
 * @param count how often its event comes, "" for once
 * @param events which events it takes
 * @param remarks what else is to be known, a sentence each
 * @param conditions what must hold, a requirement each
 * @param link the arrow to it, null for the first
 */
record Card(
        Kind kind,
        String title,
        String count,
        String events,
        List<String> remarks,
        List<String> conditions,
        @Nullable Link link) {
    /** The columns that a card needs beside its text: a border and a blank on either side. */
    static final int FRAME = 4;

    private static final int WIDEST_SENTENCE = 32;
    private static final int LEAST = 10;

    /** What a card stands for. */
    enum Kind {
        /** An event. */
        EVENT(""),
        /** An event that may be missing. */
        OPTIONAL(""),
        /** An event that must not come. */
        ABSENCE("✗ "),
        /** The moment at which an absence is certain. */
        MATCH("◆ ");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    /** Copies the lists. */
    Card {
        remarks = List.copyOf(remarks);
        conditions = List.copyOf(conditions);
    }

    /** The title behind the mark of its kind. */
    String heading() {
        return kind.mark + title;
    }

    boolean isRepeated() {
        return !count.isEmpty();
    }

    /** How wide it would like to be, frame included. */
    int naturalWidth() {
        int head = heading().length() + (count.isEmpty() ? 0 : count.length() + 3);
        int sentences = Stream.concat(Stream.of(events), remarks.stream())
                .mapToInt(sentence -> Math.min(sentence.length(), kind == Kind.MATCH ? LEAST : WIDEST_SENTENCE))
                .max()
                .orElse(0);
        int longest = conditions.stream().mapToInt(String::length).max().orElse(0);
        return Math.max(Math.max(LEAST, head), Math.max(sentences, longest)) + FRAME;
    }

    /** Its text, broken for a width, frame included. */
    CardText text(int width) {
        int columns = width - FRAME;
        return new CardText(
                LineBreaks.ofSentence(events, columns),
                remarks.stream()
                        .flatMap(remark -> LineBreaks.ofSentence(remark, columns).stream())
                        .toList(),
                conditions.stream()
                        .flatMap(condition -> LineBreaks.ofCondition(condition, columns).stream())
                        .toList());
    }
}
