package io.heed.language.transcript;

import io.heed.language.transcript.FoundLabel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what looks like a label of a speaker in a text, whatever is made of it. */
final class SpeakerLabels {
    private static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?(?: ?[ap]m)?";
    private static final String TIME = "(?:[\\[(](?:\\d{2,4}[-/.]\\d{2}[-/.]\\d{2,4},?[ t])?" + CLOCK
            + "(?: ?(?:-|\u2013|-->) ?" + CLOCK + ")?[\\])]|(?<![\\d:])" + CLOCK + ")";
    private static final String NAME_WORD = "(?-i:\\p{Lu})[\\p{L}'\u2019-]{0,24}\\.?";
    private static final String NAMES = NAME_WORD + "(?: " + NAME_WORD + "){0,2}";
    private static final String PLACEHOLDER = "\\[NAME:[0-9a-f]{6}\\]";
    private static final String ROLE =
            "(?:(?<company>" + LabelWords.AGENT + "|" + LabelWords.BOT + ")|(?<customer>" + LabelWords.CUSTOMER
                    + ")|(?<topic>" + LabelWords.COMPANY_OR_TOPIC + ")|(?<numbered>" + LabelWords.NUMBERED + "))";
    private static final String ROLE_AFTER_NAME = "(?:(?<company2>" + LabelWords.AGENT + "|" + LabelWords.BOT
            + ")|(?<customer2>" + LabelWords.CUSTOMER + "))";

    /** Time, then a role with a name after it, or a name with a role after it, or a name alone; then time and colon. */
    private static final Pattern LABEL = Pattern.compile(
            "(?<![\\p{L}\\p{N}_@./#\u2019'-])(?:" + TIME + "(?: ?[-\u2013])? ?)?\\*{0,2}(?:"
                    + ROLE + "(?:[ _#-]{0,2}\\d{1,3}(?!\\d))?(?: ?[(\\[](?<inside>[^()\\[\\]\n:]{1,60}|" + PLACEHOLDER
                    + ")[)\\]]|(?: |: ?(?=\\[NAME))(?<after>" + NAMES + "|" + PLACEHOLDER + "))?"
                    + "|(?<first>" + NAMES + "|" + PLACEHOLDER + ") ?[(\\[]" + ROLE_AFTER_NAME + "[)\\]]"
                    + "|(?<alone>" + NAMES + "|" + PLACEHOLDER + ")"
                    + ")(?: ?" + TIME + ")?\\*{0,2} ?[:\uff1a]\\*{0,2}(?=\\s|$|[\\p{L}\u00bf\u00a1\"\u201c\\[])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private SpeakerLabels() {}

    static List<FoundLabel> in(String text) {
        List<FoundLabel> found = new ArrayList<>();
        if (text.indexOf(':') < 0 && text.indexOf('\uff1a') < 0) {
            return found;
        }
        Matcher matcher = LABEL.matcher(text);
        int from = 0;
        while (from < text.length() && matcher.find(from)) {
            FoundLabel label = label(text, matcher);
            if (isPossible(text, label)) {
                found.add(label);
                from = matcher.end();
            } else {
                from = matcher.start() + 1;
            }
        }
        return found;
    }

    private static FoundLabel label(String text, Matcher matcher) {
        boolean startsLine = startsLine(text, matcher.start());
        if (matcher.group("company") != null || matcher.group("company2") != null) {
            return found(text, matcher, Voice.COMPANY, Kind.ROLE, startsLine);
        }
        if (matcher.group("customer") != null || matcher.group("customer2") != null) {
            return found(text, matcher, Voice.CUSTOMER, Kind.ROLE, startsLine);
        }
        if (matcher.group("topic") != null) {
            return found(text, matcher, Voice.COMPANY, Kind.ROLE_OR_TOPIC, startsLine);
        }
        Kind kind = matcher.group("numbered") != null ? Kind.NUMBER : Kind.NAME;
        return found(text, matcher, Voice.UNKNOWN, kind, startsLine);
    }

    private static FoundLabel found(String text, Matcher matcher, Voice voice, Kind kind, boolean startsLine) {
        int end = matcher.end();
        for (String group : List.of("inside", "after", "first", "alone")) {
            if (matcher.group(group) != null) {
                Label label = new Label(
                        text.substring(matcher.start(), matcher.start(group)),
                        matcher.group(group),
                        text.substring(matcher.end(group), end));
                return new FoundLabel(matcher.start(), end, label, voice, kind, startsLine);
            }
        }
        Label label = new Label(matcher.group(), "", "");
        return new FoundLabel(matcher.start(), end, label, voice, kind, startsLine);
    }

    private static boolean isPossible(String text, FoundLabel found) {
        String name = found.label().name();
        boolean bare = !name.isEmpty() && !found.label().after().matches("(?s)\\s?[)\\]].*");
        if (bare && namesNobody(name)) {
            return false;
        }
        if (found.startsLine()) {
            return true;
        }
        boolean nameWouldEndSentence = bare && !found.label().before().isBlank();
        return found.kind() != Kind.NAME
                && !nameWouldEndSentence
                && isFollowedByBlank(text, found.end())
                && !LabelWords.SPOKEN_OF.contains(wordBefore(text, found.start()));
    }

    private static boolean namesNobody(String name) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[ .]+", -1)) {
            if (LabelWords.NO_NAME.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFollowedByBlank(String text, int end) {
        return end == text.length() || Character.isWhitespace(text.charAt(end));
    }

    private static boolean startsLine(String text, int start) {
        for (int i = start - 1; i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
            if (!Character.isWhitespace(text.charAt(i)) && ">*-\u2022_#".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String wordBefore(String text, int start) {
        int end = start;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isLetter(text.charAt(begin - 1))) {
            begin--;
        }
        return text.substring(begin, end).toLowerCase(Locale.ROOT);
    }
}
