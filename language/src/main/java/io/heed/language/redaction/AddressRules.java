package io.heed.language.redaction;

import static io.heed.language.redaction.PersonalKind.ADDRESS;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The shapes of postal addresses: a street with its number, with or without the flat before it and the place and
 * postcode behind; a postcode with what leads to it; a post box.
 */
final class AddressRules {
    private static final String NOT_INSIDE = "(?<![\\p{L}\\p{N}])";
    private static final String NOT_FURTHER = "(?![\\p{L}\\p{N}])";
    /** A word with a capital, as places and houses are written. */
    private static final String CAPITAL = "(?-i:\\p{Lu}[\\p{L}'\u2019.-]{0,25}(?![\\p{L}\\p{N}]))";

    private static final String CAPITALS =
            CAPITAL + "(?:\\s(?:(?:of|y|yr|on|upon|de|la|du|del|the|le|am|an der|in)\\s)?" + CAPITAL + "){0,3}";
    private static final String UNIT =
            "(?:(?:flat|apt|apartment|unit|suite|ste|room|rm|block|house|shop|floor|fl|studio|penthouse|level|lot|office|plot|building|bldg|stall|dock|bay|hangar|warehouse|pod|berth|pitch|caravan|mooring|cabin|chalet|wing|gate|entrance|stair(?:case)?|annexe?|bungalow|depot|kiosk|wohnung|appt|interno|no|number|tower|villa|piso|puerta|bajo|escalera|local)[.:]?\\s#?(?:\\d{1,4}[a-z]?|(?-i:[A-Z])\\d{0,3})(?:[/-]\\d{1,4}[a-z]?)?"
                    + "|(?-i:[A-Z])[-/]\\d{1,4}(?=,)|\\d{1,2}/\\d{1,2}(?=,)|(?:" + CAPITAL
                    + "\\s)?(?:phase|sector|zone|stage)\\s\\d{1,3})";
    /** British, Irish, Canadian; American and Australian with the state. */
    private static final String POSTCODE =
            "(?:[a-z]{1,2}\\d[a-z\\d]?\\s?\\d[abd-hjlnp-uw-z]{2}|[ac-fhknprtv-y]\\d[\\dw]\\s?(?=[a-z]{0,3}\\d)[ac-fhknprtv-y\\d]{4}|[a-z]\\d[a-z]\\s?\\d[a-z]\\d"
                    + "|(?-i:A[CKLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|NSW|VIC|QLD|TAS|ACT|NT|SA|WA)\\s\\d{4,5}(?:-\\d{4})?)"
                    + NOT_FURTHER;
    /** Those, and numbers alone. */
    private static final String CODE = "(?:" + POSTCODE
            + "|(?-i:[A-Z]{1,2}-)?(?:\\d{2}-\\d{3}|\\d{4}-\\d{3}|\\d{3}\\s?\\d{2,3}|\\d{4,5}(?:\\s(?-i:[A-Z]{2}))?)"
            + NOT_FURTHER + ")";

    private static final String NUMBER =
            "(?<!\\d[:.])(?:(?:no|plot|house|unit|shop|block|flat|apartment|number|suite|studio|room|office|building|villa|dock|bay|berth|pod|pitch|cabin|lodge|hangar|warehouse|depot)\\.?\\s)?\\d{1,5}\\s?(?:[a-z]|-\\d{1,5}|/\\d{1,4}[a-z]?)?(?![\\p{L}\\p{N}])(?!,?\\s(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[ ,.])";
    private static final String COMPASS =
            "(?:\\.(?=,))?(?:\\s(?-i:[NS][EW]?|[EW]|North|South|East|West|Upper|Lower|Ext(?:ension|n)?)" + NOT_FURTHER
                    + ")?";
    private static final String ROAD =
            "(?:street|str?|road|rd|avenue|ave|lane|boulevard|blvd|crescent|terrace)" + NOT_FURTHER + COMPASS;
    private static final String NAMED_PLACE =
            "(?-i:Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Court|Ct|Close|Cl|Crescent|Cres|Boulevard|Blvd|Way|Place|Pl|Square|Sq|Terrace|Ter|Parkway|Pkwy|Highway|Hwy|Gardens|Gdns|Grove|Mews|Hill|Row|Approach|Cottages?|Quay|Walk|Green|Rise|Vale|View|Wharf|Yard|Mount|Park|Parade|Broadway|Circus|Croft|Chase|End|Fields|Gate|Heights|Loop|Trail|Turnpike|Circle|Cir|Estate|Villas|Bank|Drove|Path|Passage|Alley|Esplanade|Promenade|Layout|Nagar|Marg|Bypass|Wynd|Brae|Loan|Lawn|Meadows?|Common|Side|Embankment)"
                    + NOT_FURTHER + COMPASS;
    /** What stands between a street and its postcode, each part behind a comma. */
    private static final String PLACES =
            "(?:,?\\s" + UNIT + "|,\\s{1,2}(?:\\d{1,2}(?:st|nd|rd|th)\\sfloor|\\d{1,2}\\.\\s" + CAPITAL
                    + "|\\d{1,2}[\u00ba\u00aa\u00b0](?:\\s?\\d{1,2}[\u00ba\u00aa\u00b0])?(?:\\s[a-z]{1,4}(?![\\p{L}])\\.?)?|"
                    + CAPITALS + "(?:\\s\\d{1,2}(?![\\p{L}\\p{N}]))?)){0,4}";

    private static final String TAIL =
            PLACES + "(?:,?\\s(?:-\\s)?" + CODE + "(?:\\s" + CAPITALS + ")?(?:,\\s" + CAPITAL + "(?![ ]\\p{L}))?)?";
    private static final String HEAD = "(?:" + UNIT + ",?\\s(?:(?:" + CAPITALS
            + "|\\d{1,2}(?:st|nd|rd|th)\\sfloor),\\s){0,2}|" + "(?:" + CAPITAL
            + "\\s){1,3}(?-i:House|Chapel|Barn|Cottages?|Mill|Manor|Grange|Rectory|Vicarage|Stables|Forge|Bungalow|Priory|Villa|Granary|School|Court|Building|Tower|Lodge|Mansions|Heights|Hall|Farm|Apartments|Centre|Center),\\s)?";

    private static final Set<String> NO_STREET_NAME = Set.of(
            "a", "an", "and", "at", "day", "days", "for", "from", "hour", "hours", "in", "is", "it", "minute",
            "minutes", "month", "months", "my", "of", "on", "our", "than", "that", "the", "their", "this", "time",
            "times", "to", "week", "weeks", "with", "year", "years", "your");

    static final List<IdentifierRule> ALL = List.of(
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>" + UNIT + ",?\\s(?:" + CAPITALS + ",\\s){1,3}" + CAPITALS
                            + "[ -]{1,3}\\d{3}\\s?\\d{3})" + NOT_FURTHER),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE
                            + "(?<value>(?:rural route|rr|hc|highway contract|star route|county road)\\s\\d{1,4},?\\sbox\\s\\d{1,5}[a-z]?"
                            + TAIL + ")" + NOT_FURTHER),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE
                            + "(?<value>(?:g?p\\.?\\s?o\\.?\\s?box|(?:private|locked|post) (?:mail )?bag|post (?:office )?box|apartado(?: de correos| postal)?|postfach|bo\u00eete postale|casella postale|caixa postal|apdo\\.?)[:.]?\\s(?:no\\.?\\s|n\u00ba\\s)?[a-z]?\\s?\\d{1,6}(?:[ -]\\d{2,6}){0,3}"
                            + TAIL + ")" + NOT_FURTHER),
            // In small letters only with a postcode behind it.
            IdentifierRule.checked(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>(?:" + UNIT + ",?\\s)?" + NUMBER
                            + ",?\\s(?:(?-i:[\\p{Ll}'\u2019.-]{1,20}|\\d{1,4}[a-z]?),?\\s){1,8}?" + POSTCODE + ")",
                    AddressRules::onlyNames),
            IdentifierRule.checked(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>" + HEAD + "(?:" + NUMBER
                            + ",?\\s(?:(?:[\\p{L}'\u2019.-]{1,20}|\\d{1,3}(?:st|nd|rd|th))\\s){1,4}?" + ROAD + ")"
                            + TAIL + ")",
                    AddressRules::street),
            IdentifierRule.checked(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>" + HEAD + "(?:" + NUMBER + ",?\\s(?:(?:" + CAPITAL
                            + "|\\d{1,3}(?:st|nd|rd|th))\\s){1,4}?" + NAMED_PLACE + ")" + TAIL + ")",
                    AddressRules::street),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>" + HEAD + NUMBER
                            + ",?\\s(?-i:\\p{Lu}\\p{Ll}{2,12}(?:way|gate|side|field|fields|wood|hill|croft|ridge|mead|view)|The\\s\\p{Lu}\\p{Ll}{2,20})"
                            + NOT_FURTHER + TAIL + ")"),
            // A flat and a street without a number.
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>" + UNIT + ",?\\s(?:" + CAPITALS + ",\\s){0,2}(?:" + CAPITAL + "\\s){1,3}?"
                            + NAMED_PLACE + TAIL + ")"),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE
                            + "(?<value>(?:calle|carrera|cra|cl|kr|transversal|diagonal|avenida)\\.?\\s\\d{1,3}[a-z]?\\s?(?:no\\.?|#|n[\u00ba\u00b0])\\s?\\d{1,3}[a-z]?\\s?-\\s?\\d{1,3}"
                            + TAIL + ")"),
            // A flat, a house or a park by its name, then a street without a number, then the postcode.
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>(?:" + UNIT + ",?\\s|" + HEAD + NUMBER + ",?\\s)?(?:" + CAPITALS
                            + ",\\s){1,4}" + CAPITALS + ",?\\s" + POSTCODE + ")"),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>(?:" + UNIT + ",?\\s|" + NUMBER + ",?\\s)" + CAPITALS + ",?\\s" + POSTCODE
                            + ")"),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE
                            + "(?<value>(?:calle|c/|avenida|avda|av|plaza|plz|paseo|p\u00ba|camino|carretera|ctra|ronda|traves\u00eda|glorieta|urbanizaci\u00f3n|via|viale|corso|piazza|largo|rua|pra\u00e7a|travessa|estrada|ul|ulica|aleja|al|strada|bulevardul)[.\\s]\\s{0,2}(?:[\\p{L}'\u2019.]{1,20}\\s){0,5}?[\\p{L}'\u2019.]{1,20},?\\s(?:n[\u00bao\u00b0.]{1,2}\\s?)?\\d{1,4}(?:[/-]\\d{1,4})?(?:\\s?[a-z](?![\\p{L}]))?"
                            + TAIL + ")" + NOT_FURTHER),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE
                            + "(?<value>(?:(?-i:\\p{Lu})[\\p{L}.-]{1,20}\\s){0,3}[\\p{L}-]{2,30}(?:stra\u00dfe|strasse|str\\.|allee|gasse|platz|damm|ufer|chaussee|straat|laan|gracht|plein|kade|gatan|v\u00e4gen|gade|vej|katu|tie|utca)\\s\\d{1,4}(?:[/-]\\d{1,4})?(?:\\s?[a-z](?![\\p{L}]))?"
                            + TAIL + ")" + NOT_FURTHER),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE
                            + "(?<value>\\d{1,4}(?:\\s(?:bis|ter))?,?\\s(?:rue|boulevard|impasse|chemin|all\u00e9e|quai|cours|place|avenue|route)\\s(?:(?:de|du|des|la|le|les|d'|de la)\\s?){0,2}"
                            + CAPITALS + TAIL + ")" + NOT_FURTHER),
            // Number behind the street, then postcode and place, as on the continent.
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>" + CAPITAL + "(?:\\s[\\p{L}'\u2019.-]{1,20}){0,3}\\s\\d{1,4}\\s?[a-z]?"
                            + PLACES
                            + ",\\s(?:(?-i:[A-Z]{1,2})-)?(?:\\d{4,5}|\\d{3}\\s\\d{2}|\\d{2}-\\d{3}|\\d{4}-\\d{3})(?:\\s(?-i:[A-Z]{2}))?\\s"
                            + CAPITALS + "(?:,\\s" + CAPITAL + "(?![ ]\\p{L}))?)"),
            IdentifierRule.of(
                    ADDRESS, NOT_INSIDE + "(?<value>[a-z]{1,2}\\d[a-z\\d]?\\s?\\d[abd-hjlnp-uw-z]{2})" + NOT_FURTHER),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE + "(?<value>(?-i:[AC-FHKNPRTV-Y]\\d[\\dW]\\s(?=[A-Z]{0,3}\\d)[AC-FHKNPRTV-Y\\d]{4}))"
                            + NOT_FURTHER),
            IdentifierRule.of(
                    ADDRESS,
                    NOT_INSIDE
                            + "(?:zip(?: code)?|post ?code|postal code|pin ?code|eircode|c\u00f3digo postal|plz|cap)(?:\\s(?:is|es|was)|:)?\\s{0,2}"
                            + "(?<value>\\d{4,6}(?:-\\d{4})?|[a-z]\\d[\\dw]\\s?[a-z\\d]{4})" + NOT_FURTHER),
            IdentifierRule.of(ADDRESS, "(?<![\\p{L}])(?<value>(?-i:[A-Z]{2})\\s\\d{5}(?:-\\d{4})?)" + NOT_FURTHER));

    private AddressRules() {}

    /** From number to postcode no word of a sentence may stand. */
    private static int onlyNames(String value) {
        for (String word : value.toLowerCase(Locale.ROOT).split("[\\s,]+", -1)) {
            if (NO_STREET_NAME.contains(word) && !"the".equals(word) && !"of".equals(word) && !"on".equals(word)) {
                return 0;
            }
        }
        return value.length();
    }

    /** A street has no small words in its name; the words behind it are not looked at. */
    private static int street(String value) {
        String small = value.toLowerCase(Locale.ROOT);
        int comma = small.indexOf(',', 8);
        for (String word : (comma < 0 ? small : small.substring(0, comma)).split("[\\s,]+", -1)) {
            if (NO_STREET_NAME.contains(word)) {
                return 0;
            }
        }
        return value.length();
    }
}
