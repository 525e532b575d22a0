package io.heed.language.redaction;

import io.heed.language.redaction.PlantedApart.Planted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much of the personal data in marked messages a redactor takes out, and how much else. */
final class RedactionFigures {
    /** A span is a false hit when it touches no mark, or swallows more words beside one than a title has. */
    private static final int WORDS_BESIDE_A_MARK = 2;

    private int structured;
    private int structuredFound;
    private int names;
    private int namesFound;
    private int rightKinds;
    private int wordsOutside;
    private final List<String> missed = new ArrayList<>();
    private final List<String> falseHits = new ArrayList<>();

    static RedactionFigures of(Redactor redactor, List<Planted> messages) {
        RedactionFigures figures = new RedactionFigures();
        for (Planted message : messages) {
            figures.add(message, redactor.personalData(message.text()));
        }
        return figures;
    }

    double structuredShare() {
        return (double) structuredFound / structured;
    }

    double nameShare() {
        return (double) namesFound / names;
    }

    /** Of the values found, those redacted as what they are. */
    double rightKindShare() {
        return (double) rightKinds / (structuredFound + namesFound);
    }

    double wordsPerFalseHit() {
        return (double) wordsOutside / Math.max(1, falseHits.size());
    }

    List<String> missed() {
        return missed;
    }

    List<String> falseHits() {
        return falseHits;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "structured %d/%d = %.1f %%, names %d/%d = %.1f %%, right kind %.1f %%, false hits %d in %d words = 1 in %.0f",
                structuredFound,
                structured,
                100 * structuredShare(),
                namesFound,
                names,
                100 * nameShare(),
                100 * rightKindShare(),
                falseHits.size(),
                wordsOutside,
                wordsPerFalseHit());
    }

    private void add(Planted message, List<PersonalSpan> spans) {
        wordsOutside +=
                words(without(message.text(), message.marks(), 0, message.text().length()));
        for (PersonalSpan mark : message.marks()) {
            judge(message.text(), mark, spans);
        }
        for (PersonalSpan span : spans) {
            boolean touches = message.marks().stream().anyMatch(span::overlaps);
            int beside = words(without(message.text(), message.marks(), span.start(), span.end()));
            if (!touches || beside > WORDS_BESIDE_A_MARK) {
                falseHits.add(span.kind() + " \"" + message.text().substring(span.start(), span.end()) + "\" in "
                        + message.text());
            }
        }
    }

    private void judge(String text, PersonalSpan mark, List<PersonalSpan> spans) {
        String left = without(text, spans, mark.start(), mark.end());
        String value = text.substring(mark.start(), mark.end());
        boolean name = mark.kind() == PersonalKind.NAME;
        boolean found = isGone(mark.kind(), value, left);
        if (name) {
            names++;
            namesFound += found ? 1 : 0;
        } else {
            structured++;
            structuredFound += found ? 1 : 0;
        }
        if (!found) {
            missed.add(mark.kind() + " \"" + value + "\" leaves \"" + left.strip() + "\" in " + text);
            return;
        }
        rightKinds += spans.stream().anyMatch(span -> span.kind() == mark.kind() && span.overlaps(mark)) ? 1 : 0;
    }

    /** Of a number no three digits may be left and no half; of a name, an e-mail or an address nothing. */
    private static boolean isGone(PersonalKind kind, String value, String left) {
        long signs = left.chars().filter(Character::isLetterOrDigit).count();
        boolean nothingMayBeLeft =
                kind == PersonalKind.NAME || kind == PersonalKind.EMAIL || kind == PersonalKind.ADDRESS;
        if (nothingMayBeLeft) {
            return signs == 0;
        }
        boolean threeDigits = left.replaceAll("[^\\p{L}\\p{N}\u0000]", "").matches("(?s).*\\d{3}.*");
        return !threeDigits
                && 2 * signs <= value.chars().filter(Character::isLetterOrDigit).count();
    }

    /** The characters of {@code [from, to)} that no span covers, a NUL for each gap. */
    private static String without(String text, List<PersonalSpan> spans, int from, int to) {
        StringBuilder left = new StringBuilder();
        for (int i = from; i < to; i++) {
            int at = i;
            boolean covered = spans.stream().anyMatch(span -> span.start() <= at && at < span.end());
            left.append(covered ? '\u0000' : text.charAt(i));
        }
        return left.toString();
    }

    private static int words(String text) {
        int words = 0;
        for (String word : text.split("[\\s\u0000]+", -1)) {
            words += word.chars().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
        }
        return words;
    }
}
