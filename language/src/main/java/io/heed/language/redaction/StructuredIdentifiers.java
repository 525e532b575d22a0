package io.heed.language.redaction;

import static io.heed.language.redaction.PersonalKind.ACCOUNT;
import static io.heed.language.redaction.PersonalKind.ADDRESS;
import static io.heed.language.redaction.PersonalKind.CARD;
import static io.heed.language.redaction.PersonalKind.EMAIL;
import static io.heed.language.redaction.PersonalKind.IBAN;
import static io.heed.language.redaction.PersonalKind.IP;
import static io.heed.language.redaction.PersonalKind.NAME;
import static io.heed.language.redaction.PersonalKind.ORDER;
import static io.heed.language.redaction.PersonalKind.PHONE;
import static io.heed.language.redaction.PersonalKind.SECRET;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds personal data that has a shape: numbers, addresses, and names that introduce themselves.
 *
 * <p>The rules are tried in order and an earlier one keeps its characters. English and Spanish cues are known.
 */
final class StructuredIdentifiers {
    private static final String NOT_INSIDE = "(?<![\\p{L}\\p{N}])";
    private static final String NOT_FURTHER = "(?![\\p{L}\\p{N}])";
    private static final String NO_MONEY_BEFORE = "(?<![\\p{L}\\p{N}$\u00a3\u20ac\u00a5.,])";
    private static final String NO_DIGITS_AFTER = "(?![\\p{L}\\p{N}%]|[.,]\\d)";
    private static final String NUMBER_WORD =
            "(?:\\s{0,2}(?:numbers?|n[\u00famu]+mero|no|nr|num|id|code|n[\u00ba\u00b0])\\b\\.?)?";
    private static final String IS = "\\s{0,2}(?:(?:is|was|es|[:#=-])\\s{0,2}){0,2}";
    private static final String SPOKEN_DIGIT =
            "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)";
    private static final String ROAD = "(?:street|str?|road|rd|avenue|ave|lane|boulevard|blvd|crescent|terrace)";
    private static final String NAMED_PLACE =
            "(?-i:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Close|Crescent|Boulevard|Blvd|Way|Place|Pl|Square|Sq|Terrace|Parkway|Pkwy|Highway|Hwy|Gardens|Grove|Mews|Hill|Row)";

    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d./-])(?:(?:19|20)\\d\\d([-/.])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])"
                    + "|(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|[12]\\d|3[01])\\2(?:(?:19|20)\\d\\d|\\d\\d))(?!\\d|[./-]\\d)");
    private static final Set<String> NO_STREET_NAME = Set.of(
            "a", "an", "and", "at", "day", "days", "for", "from", "hour", "hours", "in", "is", "it", "minute",
            "minutes", "month", "months", "my", "of", "on", "our", "that", "the", "their", "this", "time", "times",
            "to", "week", "weeks", "with", "year", "years", "your");
    private static final Set<String> NO_NAME = Set.of(
            "a", "am", "an", "and", "at", "but", "calling", "can", "con", "from", "has", "have", "here", "i", "i'm",
            "in", "is", "its", "it's", "me", "mi", "my", "not", "number", "on", "please", "pls", "que", "quiero", "so",
            "spelled", "spelt", "still", "that", "the", "to", "was", "with", "wrong", "y", "you", "your");

    private static final List<IdentifierRule> RULES = List.of(
            IdentifierRule.of(
                    EMAIL, "[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}"),
            IdentifierRule.of(
                    EMAIL,
                    NOT_INSIDE
                            + "[\\p{L}\\p{N}._-]{2,40}(?: ?[\\[(]at[\\])] ?| at )[\\p{L}\\p{N}-]{2,40}(?: ?[\\[(]dot[\\])] ?| dot |\\.)(?:com|net|org|co|es|uk|edu|io|me)"
                            + NOT_FURTHER),
            IdentifierRule.checked(
                    IBAN, NOT_INSIDE + "(?<value>[a-z]{2}\\d{2}(?:[ -]?[a-z0-9]){11,30})", CheckDigits::ibanLength),
            IdentifierRule.checked(
                    CARD,
                    "(?<!\\d)(?<value>\\d(?:[ .-]?\\d){12,18})(?!\\d)",
                    value -> CheckDigits.isCard(value) ? value.length() : 0),
            IdentifierRule.checked(
                    IP,
                    "(?<![\\d.])(?<value>(?:\\d{1,3}\\.){3}\\d{1,3})(?![\\d]|\\.\\d)",
                    StructuredIdentifiers::addressOfFourBytes),
            IdentifierRule.checked(
                    IP,
                    "(?<![:\\w])(?<value>(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4})(?![:\\w])",
                    StructuredIdentifiers::addressOfEightGroups),
            IdentifierRule.of(
                    SECRET,
                    NOT_INSIDE
                            + "(?:pin|pass ?code|pass ?word|passwort|contrase\u00f1a|clave|cvv|cvc|security (?:code|answer)|puk)"
                            + NUMBER_WORD
                            + "\\s{0,2}(?:is|was|es|[:=])\\s{0,2}(?<value>(?=[^\\s]{0,30}\\d)[^\\s,;]{3,30})"),
            IdentifierRule.checked(
                    ORDER,
                    NOT_INSIDE
                            + "(?:order|parcel|package|tracking|reference|ref|case|ticket|confirmation|booking|claim|complaint|invoice|delivery|pedido|referencia|incidencia|reserva|factura)"
                            + NUMBER_WORD + IS
                            + "(?<value>[a-z]{0,6}[-/]?\\d(?:[-/]?[a-z0-9]){3,24})" + NOT_FURTHER,
                    StructuredIdentifiers::identifier),
            IdentifierRule.checked(
                    ACCOUNT,
                    NOT_INSIDE
                            + "(?:account|acct|acc|a/c|customer|client|contract|policy|member(?:ship)?|user|sort code|imei|iccid|sim|ssn|social security|passport|licen[cs]e|dni|nif|nie|cuenta|cliente|contrato)"
                            + NUMBER_WORD + IS + "(?<value>[a-z]{0,4}-?\\d(?:[ -]?\\d){3,19}[a-z]?)" + NOT_FURTHER,
                    StructuredIdentifiers::identifier),
            IdentifierRule.checked(
                    ORDER,
                    NOT_INSIDE + "(?<value>[a-z]{1,4}[-/]?\\d{5,14}[a-z]{0,3}|[a-z]{2,4}(?:-\\d{2,6}){2,4})"
                            + NOT_FURTHER,
                    StructuredIdentifiers::identifier),
            IdentifierRule.checked(
                    PHONE,
                    NO_MONEY_BEFORE + "(?<value>\\+?\\(?\\d(?:[ ()./-]{0,3}\\d){6,16})" + NO_DIGITS_AFTER,
                    StructuredIdentifiers::phone),
            IdentifierRule.checked(
                    ACCOUNT,
                    NO_MONEY_BEFORE + "(?<value>\\d(?:[ -]?\\d){6,29})" + NO_DIGITS_AFTER,
                    StructuredIdentifiers::identifier),
            IdentifierRule.of(
                    ACCOUNT,
                    NOT_INSIDE + "(?<value>" + SPOKEN_DIGIT + "(?:[ ,.-]{1,3}" + SPOKEN_DIGIT + "){5,24})"
                            + NOT_FURTHER),
            IdentifierRule.checked(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>\\d{1,5}[a-z]?,?\\s(?:[\\p{L}'\u2019.-]{1,20}\\s){1,4}?" + ROAD + ")"
                            + NOT_FURTHER,
                    StructuredIdentifiers::street),
            IdentifierRule.checked(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>\\d{1,5}[a-z]?,?\\s(?:(?-i:\\p{Lu})[\\p{L}'\u2019.-]{1,20}\\s){1,4}?"
                            + NAMED_PLACE + ")" + NOT_FURTHER,
                    StructuredIdentifiers::street),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE
                            + "(?<value>(?:calle|c/|avenida|avda|av|plaza|paseo|camino)\\.?\\s{0,2}(?:[\\p{L}'.]{1,20}\\s){0,5}?[\\p{L}'.]{1,20},?\\s(?:n[\u00bao\u00b0.]{1,2}\\s?)?\\d{1,4})"
                            + NOT_FURTHER),
            IdentifierRule.of(
                    ADDRESS, NOT_INSIDE + "(?<value>[a-z]{1,2}\\d[a-z\\d]?\\s?\\d[abd-hjlnp-uw-z]{2})" + NOT_FURTHER),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE + "(?:zip|post ?code|postal code|c\u00f3digo postal)" + NUMBER_WORD + IS
                            + "(?<value>\\d{4,5}(?:-\\d{4})?)" + NOT_FURTHER),
            IdentifierRule.of(ADDRESS, "(?<![\\p{L}])(?<value>(?-i:[A-Z]{2})\\s\\d{5}(?:-\\d{4})?)" + NOT_FURTHER),
            IdentifierRule.checked(
                    NAME,
                    NOT_INSIDE
                            + "(?:my (?:full )?name(?: is|'s)|(?:account|card) ?holder(?:'s name)?(?: is|:)|i am called|me llamo|mi nombre es|a nombre de)\\s+"
                            + "(?<value>[\\p{L}][\\p{L}'\u2019.-]{1,30}(?:\\s[\\p{L}][\\p{L}'\u2019.-]{1,30}){0,2})",
                    StructuredIdentifiers::name),
            IdentifierRule.checked(
                    NAME,
                    NOT_INSIDE
                            + "(?:mr|mrs|ms|miss|mister|sra?|se\u00f1ora?|do\u00f1a|don)\\.?\\s(?<value>(?-i:\\p{Lu})[\\p{L}'\u2019-]{1,30}(?:\\s(?-i:\\p{Lu})[\\p{L}'\u2019-]{1,30})?)",
                    StructuredIdentifiers::name),
            IdentifierRule.of(
                    NAME,
                    "(?:regards|sincerely|faithfully|saludos|atentamente)[,.]?\\s{1,4}(?<value>(?-i:\\p{Lu})[\\p{L}'\u2019.-]{0,30}(?:\\s(?-i:\\p{Lu})[\\p{L}'\u2019.-]{1,30}){0,2})"));

    private StructuredIdentifiers() {}

    /** What the text holds that none of the given spans covers already, in no order. */
    static List<PersonalSpan> find(String text, List<PersonalSpan> taken) {
        List<PersonalSpan> found = new ArrayList<>(taken);
        for (IdentifierRule rule : RULES) {
            for (PersonalSpan span : rule.find(text)) {
                if (found.stream().noneMatch(span::overlaps)) {
                    found.add(span);
                }
            }
        }
        return found.subList(taken.size(), found.size());
    }

    private static int addressOfFourBytes(String value) {
        for (String part : value.split("\\.", -1)) {
            if (Integer.parseInt(part) > 255) {
                return 0;
            }
        }
        return value.length();
    }

    /** Times and ratios have colons too: an address has all eight groups or a gap. */
    private static int addressOfEightGroups(String value) {
        boolean whole = value.chars().filter(c -> c == ':').count() == 7 && !value.contains("::");
        boolean shortened = value.contains("::") && value.chars().anyMatch(Character::isLetterOrDigit);
        return whole || shortened ? value.length() : 0;
    }

    private static int identifier(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        return digits < 4 || DATE.matcher(value).find() ? 0 : value.length();
    }

    private static int phone(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        boolean separated = digits < value.length();
        boolean dialled = separated || value.startsWith("0") || digits == 9 || digits == 10 || digits == 11;
        return digits > 15 || !dialled || DATE.matcher(value).find() ? 0 : value.length();
    }

    private static int street(String value) {
        for (String word : value.toLowerCase(Locale.ROOT).split("[\\s,]+", -1)) {
            if (NO_STREET_NAME.contains(word)) {
                return 0;
            }
        }
        return value.length();
    }

    /** The words up to the first that is no name. */
    private static int name(String value) {
        int length = 0;
        for (String word : value.split("\\s", -1)) {
            if (NO_NAME.contains(word.toLowerCase(Locale.ROOT))) {
                break;
            }
            length += length == 0 ? word.length() : word.length() + 1;
            if (word.endsWith(".") && word.length() > 3) {
                return length - 1;
            }
        }
        return length;
    }
}
