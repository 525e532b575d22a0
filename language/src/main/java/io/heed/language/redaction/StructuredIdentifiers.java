package io.heed.language.redaction;

import static io.heed.language.redaction.PersonalKind.ACCOUNT;
import static io.heed.language.redaction.PersonalKind.CARD;
import static io.heed.language.redaction.PersonalKind.EMAIL;
import static io.heed.language.redaction.PersonalKind.IBAN;
import static io.heed.language.redaction.PersonalKind.IP;
import static io.heed.language.redaction.PersonalKind.ORDER;
import static io.heed.language.redaction.PersonalKind.PHONE;
import static io.heed.language.redaction.PersonalKind.SECRET;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds personal data that has a shape: numbers, addresses.
 *
 * <p>The rules are tried in order and an earlier one keeps its characters. English and Spanish cues are known.
 */
final class StructuredIdentifiers {
    private static final String NOT_INSIDE = "(?<![\\p{L}\\p{N}])";
    private static final String NOT_FURTHER = "(?![\\p{L}\\p{N}])";
    /** What is numbered but is nobody's: faults, models, versions. */
    private static final String NO_IDENTIFIER_BEFORE =
            "(?<!(?:error|fault|err|stop|status|model|firmware|version|build|release)(?: codes?| no\\.?| number)?:? {1,2})";

    private static final String NO_MONEY_BEFORE = "(?<![\\p{L}\\p{N}$\u00a3\u20ac\u00a5.,])";
    private static final String NO_DIGITS_AFTER = "(?![\\p{L}\\p{N}%]|[.,]\\d)";
    private static final String NUMBER_WORD =
            "(?:\\s{0,2}(?:numbers?|n[\u00famu]+mero|no|nr|num|id|code|ref|n[\u00ba\u00b0])\\b\\.?){0,2}";
    private static final String IS = "\\s{0,2}(?:(?:is|was|es|[:#=-])\\s{0,2}){0,2}";
    private static final String SPOKEN_DIGIT =
            "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|treble|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)";
    private static final String SIGN_IN_LETTERS =
            " (?:dot|point|underscore|dash|hyphen|minus|plus|punto|gui\u00f3n(?: bajo)?) ";
    private static final String POINT_IN_LETTERS = "(?: ?[\\[(<{](?:dot|punto|\\.)[\\])>}] ?| (?:dot|punto) )";

    /** Letters and digits in groups, as on orders, claims and policies. */
    private static final String CODE = "[a-z0-9]{1,10}(?:[-/][a-z0-9]{1,12}){1,5}";

    private static final String POINTED_CODE = "(?=[a-z0-9._]{0,40}[a-z])[a-z0-9]{1,10}(?:[._][a-z0-9]{1,12}){1,5}";
    private static final Pattern NO_CODE = Pattern.compile("^(?:EU|WI-FI|COVID|USB|HDMI|IP|ISO)[-0-9/]{0,12}$");

    private static final Pattern SHORT_CODE =
            Pattern.compile("(?=.{0,30}\\d)(?=.{0,30}[A-Z])#?(?:[A-Z0-9][-/._ ]?){5,24}");
    private static final Pattern QUANTITY =
            Pattern.compile("\\d{1,5} ?(?:[KMGT]B|[KMG]BPS|K?WH|[KMG]HZ|[AP]M|[CMK]M|KG|ML|GBP|EUR|USD)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d./-])(?:(?:19|20)\\d\\d([-/.])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01])"
                    + "|(?:0?[1-9]|[12]\\d|3[01])([-/.])(?:0?[1-9]|[12]\\d|3[01])\\2(?:(?:19|20)\\d\\d|\\d\\d))(?!\\d|[./-]\\d)");
    private static final List<IdentifierRule> EMAILS = List.of(
            IdentifierRule.of(
                    EMAIL,
                    "(?:[\\p{L}\\p{N}._%+'-]{1,64}|\"[^\"\\s@]{1,64}\")@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}"),
            IdentifierRule.of(
                    EMAIL,
                    "[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{2,40},(?:com|net|org|io|es|ie|de|fr|it|co[.,]uk)"
                            + NOT_FURTHER),
            IdentifierRule.of(
                    EMAIL,
                    NOT_INSIDE
                            + "[\\p{L}\\p{N}._%+'-]{1,40}(?:" + SIGN_IN_LETTERS
                            + "[\\p{L}\\p{N}_-]{1,30}(?: \\d{1,4})?){0,5}(?: ?[\\[(<{](?:at|@)[\\])>}] ?| at(?: sign)? | ?@ ?| arroba )[\\p{L}\\p{N}-]{1,40}(?:"
                            + POINT_IN_LETTERS + "[\\p{L}\\p{N}-]{2,30}){1,4}"
                            + NOT_FURTHER),
            IdentifierRule.of(
                    EMAIL,
                    NOT_INSIDE
                            + "[\\p{L}\\p{N}._-]{2,40}(?: ?[\\[(<{]at[\\])>}] ?| at | ?@ )(?:[\\p{L}\\p{N}-]{2,40}\\.){1,3}(?:com|net|org|co|es|uk|edu|io|me|ie|de|fr|it)"
                            + NOT_FURTHER),
            IdentifierRule.of(
                    EMAIL,
                    NOT_INSIDE
                            + "[\\p{L}\\p{N}_-]{2,40}(?:(?:\\.|" + SIGN_IN_LETTERS
                            + ")[\\p{L}\\p{N}_-]{1,30}){0,4} at (?:gmail|googlemail|hotmail|outlook|yahoo|icloud|protonmail|btinternet)"
                            + NOT_FURTHER));

    private static final List<IdentifierRule> CHECKED = List.of(
            IdentifierRule.checked(
                    IBAN,
                    NOT_INSIDE + "(?<value>[a-z] ?[a-z] ?\\d ?\\d(?:[ ._\u2013-]{0,2}[a-z0-9]){11,30})",
                    CheckDigits::ibanLength),
            IdentifierRule.checked(
                    CARD,
                    "(?<!\\d)(?<value>\\d(?:(?:[ ._/\u2013-]|  )?\\d){12,18})(?!\\d)",
                    value -> CheckDigits.isCard(value) ? value.length() : 0),
            IdentifierRule.checked(
                    IP,
                    "(?<![\\d.])(?<value>(?:\\d{1,3}\\.){3}\\d{1,3}(?:/\\d{1,2}|:\\d{2,5})?)(?![\\d]|\\.\\d)",
                    StructuredIdentifiers::addressOfFourBytes),
            IdentifierRule.checked(
                    IP,
                    "(?<![\\d.])(?<value>\\d{1,3}(?:(?: ?[\\[(](?:dot|punto|\\.)[\\])] ?| (?:dot|punto|\\.) )\\d{1,3}){3})(?!\\d)",
                    StructuredIdentifiers::addressOfFourBytes),
            IdentifierRule.checked(
                    IP,
                    "(?<![:\\w])(?<value>(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:%[a-z0-9]{1,8}|\\]:\\d{2,5}|/\\d{1,3})?)(?![:\\w])",
                    StructuredIdentifiers::addressOfEightGroups),
            IdentifierRule.of(
                    SECRET,
                    NOT_INSIDE
                            + FirstLetters.grouped(
                                    "pin|pass ?code|pass ?word|passwort|contrase\u00f1a|clave|cvv|cvc|security (?:code|answer)|puk")
                            + NUMBER_WORD
                            + "\\s{0,2}(?:is|was|es|[:=])\\s{0,2}(?<value>(?=[^\\s]{0,30}\\d)[^\\s,;]{3,30})"));

    /** The six letters of a booking, which may have no digit. */
    private static final IdentifierRule LOCATOR = IdentifierRule.of(
            ORDER,
            NOT_INSIDE
                    + "(?:(?:booking|reservation|confirmation) (?:ref(?:erence)?|code|number)|pnr|(?:record )?locator|localizador)"
                    + NUMBER_WORD + IS + "(?<value>(?-i:[A-Z]{6}))" + NOT_FURTHER);

    private static final List<IdentifierRule> NUMBERS = List.of(
            IdentifierRule.checked(
                    ORDER,
                    NOT_INSIDE
                            + FirstLetters.grouped(
                                    "order|parcel|package|tracking|(?:bag(?:gage)?|luggage|suitcase|case) tag|tag|e-?ticket|chat|session|conversation|request|sr|work order|purchase order|po|credit note|prescription|bestell(?:ung|nummer)|auftrag(?:snummer)?|rechnung(?:snummer)?|sendung(?:snummer)?|vorgang(?:snummer)?|commande|expediente|seguimiento|albar\u00e1n|prenotazione|reference|ref|case|ticket|confirmation|booking|claim|complaint|invoice|delivery|shipment|consignment|waybill|awb|return|rma|job|incident|enquiry|quote|quotation|voucher|locator|pnr|appointment|repair|docket|receipt|transaction|pedido|referencia|ref\\.|incidencia|reserva|factura|env\u00edo|localizador|reclamaci\u00f3n")
                            + "(?:['\u2019]?s)?"
                            + NUMBER_WORD + IS
                            + "(?<value>#?(?:\\d{3,4}(?:\\s\\d{3,4}){2,5}(?:\\s\\d{1,4})?|[a-z]{0,6}[-/]?\\d(?:[-/]?[a-z0-9]){3,24}|"
                            + CODE + "|" + POINTED_CODE
                            + "|(?-i:[A-Z]{1,4})(?:\\s\\d{2,6}){1,4}(?:\\s[a-z]\\b)?|\\d{2,6}(?:\\s\\d{2,6}){1,4}))"
                            + NOT_FURTHER,
                    StructuredIdentifiers::cued),
            IdentifierRule.of(
                    ORDER,
                    "(?<!(?:error|fault|status|stop|err) )" + NOT_INSIDE
                            + FirstLetters.grouped(
                                    "booking|reservation|confirmation|parcel|tracking|case|claim|tag|reference|ref|pnr|locator|record locator|localizador|reserva|code|itinerary|ticket|order")
                            + NUMBER_WORD + IS
                            + "(?<value>(?-i:(?:[A-Z]{2,3}-)?(?=[A-Z]{0,5}\\d)(?=\\d{0,5}[A-Z])[A-Z0-9]{5,8}))"
                            + NOT_FURTHER),
            LOCATOR,
            IdentifierRule.checked(
                    ACCOUNT,
                    NOT_INSIDE
                            + FirstLetters.grouped(
                                    "account|acct|acc|a/c|s/c|bsb|nino|pps|tfn|crn|aadhaar|pan|bvn|nin|medicare|medicaid|mandate|payroll|kunden(?:nummer|nr)|vertrag(?:snummer)?|kontonummer|z\u00e4hlernummer|num\u00e9ro de (?:client|compte|contrat)|client|p\u00f3liza|tarjeta de socio|frequent flyer|rewards?|(?:gift|loyalty|membership|library|travel|bus|rail) ?card|meter point|supply point|customer|client|contract|policy|member(?:ship)?|user|sort code|imei|iccid|sim|ssn|social security|passport|licen[cs]e|dni|nif|nie|cuenta|cliente|contrato|p\u00f3liza|socio|agreement|meter|mpan|mprn|serial|registration|reg|vat|loan|mortgage|roll|nhs|patient|student|employee|staff|badge|loyalty|subscription|subscriber|plan|isa|pension|national insurance|ni|tax|utr|routing|swift|bic")
                            + "(?:['\u2019]?s)?"
                            + NUMBER_WORD + IS + "(?<value>#?(?:" + CODE + "(?:\\s\\d{3,10}){0,3}|" + POINTED_CODE
                            + "|(?-i:[A-Z]{1,4})(?:\\s\\d{2,6}){1,4}(?:\\s[a-z]\\b)?|[a-z]{0,4}[ -]?\\d(?:[ -]?\\d){3,19}(?:[ -]?[a-z]\\b)?))"
                            + NOT_FURTHER,
                    StructuredIdentifiers::cued),
            IdentifierRule.of(
                    ACCOUNT,
                    NOT_INSIDE + "(?:reg(?:istration)?|(?:number |licen[cs]e )?plate|car|van|vehicle|matr\u00edcula)"
                            + NUMBER_WORD + IS + "(?<value>[a-z]{2}\\d{2}\\s?[a-z]{3})" + NOT_FURTHER),
            IdentifierRule.checked(
                    ORDER,
                    NOT_INSIDE + "(?=[a-z]{1,4}(?:[-/]?\\d|-))" + NO_IDENTIFIER_BEFORE
                            + "(?<value>[a-z]{1,4}[-/]?\\d{5,14}[a-z]{0,3}|[a-z]{2,4}(?:-\\d{2,6}){2,4})" + NOT_FURTHER,
                    StructuredIdentifiers::identifier),
            IdentifierRule.of(
                    ORDER, NOT_INSIDE + "(?<value>(?-i:[A-Z]{2}(?:\\s?\\d){8,10}\\s?[A-Z]{2}))" + NOT_FURTHER),
            IdentifierRule.checked(
                    ORDER,
                    "(?<![\\p{L}\\p{N}/$\u00a3\u20ac.-])(?=#?[a-z0-9]{1,10}[-/])" + NO_IDENTIFIER_BEFORE + "(?<value>#?"
                            + CODE + ")" + NOT_FURTHER,
                    StructuredIdentifiers::code),
            IdentifierRule.of(ORDER, NOT_INSIDE + "(?<value>(?-i:1Z(?:\\s?[A-Z0-9]){16}))" + NOT_FURTHER),
            IdentifierRule.checked(
                    ORDER,
                    NOT_INSIDE + "(?=(?-i:[A-Z0-9]{8}))" + NO_IDENTIFIER_BEFORE
                            + "(?<value>(?-i:(?=[A-Z]{0,23}\\d)(?=\\d{0,23}[A-Z])[A-Z0-9]{8,24}))" + NOT_FURTHER,
                    StructuredIdentifiers::code),
            IdentifierRule.of(
                    ACCOUNT,
                    NOT_INSIDE + "(?:user ?name|user ?id|login(?: name| id)?|log-?in|handle)(?:['\u2019]?s)?" + IS
                            + "(?<value>(?=[\\w.-]{0,29}\\d)[\\p{L}\\p{N}_.-]{2,30}[\\p{L}\\p{N}])" + NOT_FURTHER),
            IdentifierRule.checked(ORDER, "(?<![\\p{L}\\p{N}&])(?<value>#\\d{4,14})" + NOT_FURTHER, String::length),
            IdentifierRule.checked(
                    PHONE,
                    NO_MONEY_BEFORE
                            + "(?<value>\\+?\\(?\\d(?:[ ()./_\u2013-]{0,3}\\d){6,16}(?:,? (?:ext\\.?|extension|x) ?\\d{1,5})?)"
                            + NO_DIGITS_AFTER,
                    StructuredIdentifiers::phone),
            IdentifierRule.checked(
                    ACCOUNT,
                    NO_MONEY_BEFORE + "(?<value>\\d(?:[ -]?\\d){6,29})" + NO_DIGITS_AFTER,
                    StructuredIdentifiers::identifier));

    /** A number that is begun in figures and goes on in words. */
    private static final IdentifierRule HALF_SPOKEN = IdentifierRule.of(
            PHONE,
            NOT_INSIDE + "(?<value>\\+?\\d{2,6}(?: \\d{2,6}){0,3}(?:[ ,.-]{1,3}" + SPOKEN_DIGIT + "){3,9})"
                    + NOT_FURTHER);

    private static final List<IdentifierRule> SPOKEN = List.of(IdentifierRule.of(
            ACCOUNT,
            NOT_INSIDE + "(?<value>" + SPOKEN_DIGIT + "(?:[ ,.-]{1,3}" + SPOKEN_DIGIT + "){5,24})" + NOT_FURTHER));

    /** Every rule but those for e-mails, bookings and spoken numbers asks for a digit. */
    private static final List<IdentifierRule> WITHOUT_DIGITS =
            Stream.of(EMAILS, List.of(LOCATOR), SPOKEN).flatMap(List::stream).toList();

    private static final List<IdentifierRule> RULES = Stream.of(
                    EMAILS, CHECKED, AddressRules.ALL, List.of(HALF_SPOKEN), NUMBERS, SPOKEN)
            .flatMap(List::stream)
            .toList();

    private StructuredIdentifiers() {}

    /** What the text holds that none of the given spans covers already, in no order. */
    static List<PersonalSpan> find(String text, List<PersonalSpan> taken) {
        List<PersonalSpan> found = new ArrayList<>(taken);
        boolean digits = text.chars().anyMatch(Character::isDigit);
        for (IdentifierRule rule : digits ? RULES : WITHOUT_DIGITS) {
            for (PersonalSpan span : rule.find(text)) {
                if (found.stream().noneMatch(span::overlaps)) {
                    found.add(span);
                }
            }
        }
        return found.subList(taken.size(), found.size());
    }

    private static int addressOfFourBytes(String value) {
        for (String part : value.split("[:/]", 2)[0].split("\\D+", -1)) {
            if (Integer.parseInt(part) > 255) {
                return 0;
            }
        }
        return value.length();
    }

    /** Times and ratios have colons too: an address has all eight groups or a gap. */
    private static int addressOfEightGroups(String value) {
        String groups = value.split("[%/\\]]", 2)[0];
        boolean whole = groups.chars().filter(c -> c == ':').count() == 7 && !groups.contains("::");
        boolean shortened = groups.contains("::") && groups.chars().anyMatch(Character::isLetterOrDigit);
        return whole || shortened ? value.length() : 0;
    }

    /** Behind a cue fewer digits do, if the rest is letters in capitals and no quantity. */
    private static int cued(String value) {
        boolean written =
                SHORT_CODE.matcher(value).matches() && !QUANTITY.matcher(value).matches();
        return written && !DATE.matcher(value).find() ? value.length() : identifier(value);
    }

    private static int identifier(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        return digits < 4
                        || YEAR.matcher(value).matches()
                        || DATE.matcher(value).find()
                ? 0
                : value.length();
    }

    /** A code without a cue has letters in capitals and four digits, and is no year, date, size or rule of law. */
    private static int code(String value) {
        boolean capitals =
                value.chars().anyMatch(Character::isUpperCase) && value.chars().noneMatch(c -> c > 'a' && c <= 'z');
        return capitals && !NO_CODE.matcher(value).find() ? identifier(value) : 0;
    }

    private static int phone(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        boolean separated = digits < value.length();
        boolean dialled = separated || value.startsWith("0") || digits == 9 || digits == 10 || digits == 11;
        return digits > 15 || !dialled || DATE.matcher(value).find() ? 0 : value.length();
    }
}
