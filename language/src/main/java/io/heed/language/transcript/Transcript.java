package io.heed.language.transcript;

import io.heed.language.transcript.FoundLabel.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as the turns of its speakers. A call or chat that comes as a whole names the speaker before each turn; a text
 * that names nobody is one turn without a label.
 *
 * <p>Labels and words of all turns, one after the other, are the text again.
 *
 * @param isLabelled whether the text itself says who speaks
 */
public record Transcript(List<Turn> turns, boolean isLabelled) {
    private static final String SENTENCE_ENDS = ".?!\u2026\"\u201d\u00bb)]";

    /** Copies the turns. */
    public Transcript {
        turns = List.copyOf(turns);
    }

    /** Takes a text apart. Words before the first label are by somebody unknown. */
    public static Transcript of(String text) {
        List<FoundLabel> labels = labels(text);
        if (labels.isEmpty()) {
            return new Transcript(List.of(new Turn(Voice.UNKNOWN, Label.NONE, text)), false);
        }
        List<Turn> turns = new ArrayList<>();
        if (labels.get(0).start() > 0) {
            turns.add(new Turn(
                    Voice.UNKNOWN, Label.NONE, text.substring(0, labels.get(0).start())));
        }
        for (int i = 0; i < labels.size(); i++) {
            FoundLabel label = labels.get(i);
            int end = i + 1 < labels.size() ? labels.get(i + 1).start() : text.length();
            turns.add(new Turn(label.voice(), label.label(), text.substring(label.end(), end)));
        }
        return new Transcript(turns, true);
    }

    /** The labels of a transcript; none where the text is no transcript. */
    private static List<FoundLabel> labels(String text) {
        List<FoundLabel> found = new ArrayList<>(SpeakerLabels.in(text));
        boolean begins = !found.isEmpty() && begins(text, found.get(0));
        found.removeIf(label -> !label.startsLine() && !begins && !opensSentence(text, label));
        List<FoundLabel> sure = found.stream().filter(FoundLabel::isSure).toList();
        boolean one = sure.size() == 1 && begins && sure.get(0).kind() != Kind.ROLE_OR_TOPIC;
        return sure.size() > 1 || one ? found : List.of();
    }

    private static boolean begins(String text, FoundLabel first) {
        return first.isSure()
                && first.startsLine()
                && text.substring(0, first.start()).codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static boolean opensSentence(String text, FoundLabel label) {
        int before = label.start() - 1;
        while (before > 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return Character.isUpperCase(firstLetter(label.label())) && SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0;
    }

    private static int firstLetter(Label label) {
        return (label.before() + label.name())
                .codePoints()
                .filter(Character::isLetter)
                .findFirst()
                .orElse(' ');
    }
}
