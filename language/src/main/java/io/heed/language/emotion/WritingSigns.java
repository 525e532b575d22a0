package io.heed.language.emotion;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a message is written, apart from what it says: capitals, marks, smileys, denials, repeats. */
final class WritingSigns {
    private static final Pattern DENIAL = word("no|not|never|nothing|nobody|none|cannot|\\w+n'?t|without|nor|neither");
    private static final Pattern REPEAT = word(
            "again|still|already|twice|(?:second|third|fourth|fifth|\\d+(?:st|nd|rd|th)) time|times|weeks?|days?|hours?|months?|keeps?|every");
    private static final Pattern THANKS = word("thanks?|thank you|thx|ty|cheers|appreciate\\w*|grateful");
    private static final Pattern POLITE = word("please|pls|plz|kindly|sorry|excuse me|could you|would you");
    private static final Pattern ASKING = word("how|what|why|when|where|which|who|can|could|does|do|is|are");
    private static final Pattern GREETING = word("hi|hello|hey|good (?:morning|afternoon|evening)");
    private static final Pattern FIRST_PERSON = word("i|i'm|i've|me|my|mine");
    private static final Pattern SECOND_PERSON = word("you|your|you're|ur|u");
    private static final Pattern LEAVING = word(
            "cancel\\w*|leav(?:e|ing)|switch\\w*|competitor|elsewhere|lawyer|legal|complain\\w*|ombudsman|regulator|refund");
    private static final Pattern HAPPY_FACE =
            Pattern.compile("[:;=]-?[)D]|[\\x{1F600}-\\x{1F60D}\\x{1F970}\\x{1F389}\\x{1F44D}\\x{1F64F}\\x{2764}]");
    private static final Pattern SAD_FACE = Pattern.compile(
            "[:;=]'?-?[(/]|[\\x{1F612}-\\x{1F616}\\x{1F61E}\\x{1F61F}\\x{1F625}-\\x{1F62D}\\x{1F630}\\x{1F631}]");
    private static final Pattern ANGRY_FACE =
            Pattern.compile("[\\x{1F620}-\\x{1F624}\\x{1F92C}\\x{1F44E}\\x{1F644}\\x{1F926}]");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}']+");
    private static final Pattern SHOUTED = Pattern.compile("\\b\\p{Lu}{3,}\\b");
    private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

    private static final List<Pattern> COUNTED = List.of(
            DENIAL,
            REPEAT,
            THANKS,
            POLITE,
            ASKING,
            GREETING,
            FIRST_PERSON,
            SECOND_PERSON,
            LEAVING,
            HAPPY_FACE,
            SAD_FACE,
            ANGRY_FACE,
            SHOUTED,
            STRETCHED,
            Pattern.compile("!"),
            Pattern.compile("!{2,}"),
            Pattern.compile("\\?"),
            Pattern.compile("\\?{2,}|[!?]{3,}"),
            Pattern.compile("\\.{2,}|\u2026"),
            WORDS);

    static final int COUNT = COUNTED.size() + 2;

    private WritingSigns() {}

    /** Fills {@code target[from .. from + COUNT)}; every value is at least 0 and rarely above 4. */
    static void fill(String text, float[] target, int from) {
        int at = from;
        for (Pattern sign : COUNTED) {
            target[at++] = (float) Math.log1p(count(sign, text));
        }
        long letters = text.codePoints().filter(Character::isLetter).count();
        long capitals = text.codePoints().filter(Character::isUpperCase).count();
        target[at++] = letters == 0 ? 0 : (float) capitals / letters;
        target[at] = letters > 0 && capitals == 0 ? 1 : 0;
    }

    private static int count(Pattern sign, String text) {
        Matcher matcher = sign.matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static Pattern word(String alternatives) {
        return Pattern.compile("(?<![\\w'])(?:" + alternatives + ")(?![\\w'])", Pattern.CASE_INSENSITIVE);
    }
}
