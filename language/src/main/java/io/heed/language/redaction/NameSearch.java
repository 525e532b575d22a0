package io.heed.language.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the names in one message: by the words beside them, by lists of names, and by the name finders; then takes the
 * rest of each name and each other place where it stands.
 */
final class NameSearch {
    private static final Pattern SPELLED = Pattern.compile(
            "(?<![\\p{L}\\p{N}-])\\p{L}(?:[-.\u2013 ]\\p{L}(?![\\p{L}'\u2019])){3,20}(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}-])\\p{L}(?:-\\p{L}){2,20}(?![\\p{L}\\p{N}-])");
    private static final Pattern SPEAKS = Pattern.compile(
            "[\"\u201d]?,?\\s(?:speaking|here|again|said|says|told|promised|called|rang|who (?:helped|served|spoke)|on behalf|asked|asks|wants|wishes|helped|sorted|swore|insists|thinks|reckons|answers|answered|sold|came|signed|agreed|won't|doesn't|didn't|can't|keeps|aqu\u00ed|al habla|y yo|hier)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PHRASE_GAP = Pattern.compile(" | & |-");
    private static final Pattern PLACE_FOLLOWS =
            Pattern.compile("(?:^|\\s)(?:in|near|at|around|outside|to|from|of)\\s$", Pattern.CASE_INSENSITIVE);
    private static final Pattern THING_FOLLOWS = Pattern.compile(
            "(?:['\u2019]s?)?\\s(?:School|Church|Hospital|College|University|Bay|Place|Street|Road|Avenue|Lane|Square|Park|Station|Airport|Hotel|Inn|House|Bridge|Hill|Island|Valley|Centre|Bank|Store|Stores|Hall|Castle|Bar|Caf\u00e9|Restaurant|Pharmacy|Ltd|Limited|Group|SIM|Wi-Fi|Pay|Card|&\\s(?:Co|Sons|Daughters|Partners)|(?:jacket|coat|boots|shoes|bag|bookcase|sofa|chair|table|bed|lamp|wardrobe|phone|laptop|tablet|kettle|oven|app|website|branch|shop|store|voucher|router|SIM|wall|bouquet|pizza|burger)(?![\\p{L}]))");
    private static final Pattern THING_BEFORE = Pattern.compile(
            "(?:^|[\\s(])(?:in|near|outside|Saint|St\\.?|Storm|Hurricane|Lake|Mount|Port|Castle|River|Severn|Skoda|Ford|Renault|Seat|Fiat|Kia|Toyota|Volkswagen|VW|Nissan|Oppo|Xiaomi|the)\\s$");
    private static final Pattern OWNS = Pattern.compile("['\u2019]s?\\b");
    private static final Pattern STARTS = Pattern.compile("^$|[.!?:]\\s{1,2}$|\n$");
    private static final Set<String> PARTICLES = Set.of(
            "abu", "af", "al", "an", "ap", "av", "bin", "bint", "d", "da", "das", "de", "del", "della", "den", "der",
            "di", "do", "dos", "du", "e", "el", "ferch", "ibn", "la", "las", "le", "lo", "los", "mac", "mc", "mhic",
            "na", "ni", "nic", "o", "op", "san", "st", "te", "ten", "ter", "ua", "ui", "van", "vande", "von", "y",
            "zu");

    private final String text;
    private final boolean capitals;
    private final List<MessageWord> words;
    private final boolean[] name;

    private NameSearch(String text, List<PersonalSpan> taken) {
        this.text = text;
        capitals = Capitals.tellNames(text);
        words = withoutPhrases(text, MessageWord.in(text, taken));
        name = new boolean[words.size()];
    }

    /** The names in a text that overlap none of the taken spans, in order, none overlapping another. */
    static List<PersonalSpan> find(String text, List<PersonalSpan> taken, List<NameFinder> finders) {
        List<PersonalSpan> spelled = spelled(text, taken);
        List<PersonalSpan> barred = new ArrayList<>(taken);
        barred.addAll(spelled);
        NameSearch search = new NameSearch(text, barred);
        BitSet possible = search.possible();
        for (NameFinder finder : finders) {
            search.markFound(finder.find(text, possible));
        }
        search.markCued();
        search.markListed();
        search.extend();
        search.markRepeated();
        List<PersonalSpan> names = search.spans();
        names.addAll(spelled);
        return names;
    }

    /** Without places and brands of two words of which one may be a name: "San Francisco", "John Lewis". */
    private static List<MessageWord> withoutPhrases(String text, List<MessageWord> words) {
        List<MessageWord> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean phrase = i + 1 < words.size()
                    && words.get(i + 1).start() - words.get(i).end() <= 3
                    && PHRASE_GAP
                            .matcher(text.substring(
                                    words.get(i).end(), words.get(i + 1).start()))
                            .matches()
                    && WordLists.isPhrase(
                            words.get(i).folded() + " " + words.get(i + 1).folded());
            if (phrase) {
                i++;
            } else {
                kept.add(words.get(i));
            }
        }
        return kept;
    }

    private static List<PersonalSpan> spelled(String text, List<PersonalSpan> taken) {
        List<PersonalSpan> spelled = new ArrayList<>();
        Matcher matcher = SPELLED.matcher(text);
        while (matcher.find()) {
            PersonalSpan span = new PersonalSpan(PersonalKind.NAME, matcher.start(), matcher.end());
            if (taken.stream().noneMatch(span::overlaps)) {
                spelled.add(span);
            }
        }
        return spelled;
    }

    /** The characters of the words that a finder can make a name. */
    private BitSet possible() {
        BitSet possible = new BitSet(text.length());
        for (MessageWord word : words) {
            if ((!capitals || word.capital()) && !isNoName(word)) {
                possible.set(word.start(), word.end());
            }
        }
        return possible;
    }

    /** What a finder takes for a name, unless all of it is known to be none. */
    private void markFound(List<PersonalSpan> found) {
        for (PersonalSpan span : found) {
            int from = firstWordEndingAfter(span.start());
            int to = from;
            boolean known = true;
            while (to < words.size() && words.get(to).start() < span.end()) {
                known &= isNoName(words.get(to));
                to++;
            }
            known |= to == from + 1 && isThing(from);
            for (int i = from; i < to && !known; i++) {
                name[i] |= !words.get(i).isFunctionWord();
            }
        }
    }

    private boolean isNoName(MessageWord word) {
        if (word.isFunctionWord() || isPlaceHere(word)) {
            return true;
        }
        boolean known = word.isNoPerson() || word.isOrdinary();
        boolean listed = capitals ? word.isName() : word.isFirstName() && !word.isNoPerson();
        return (known && !listed) || (!capitals && !word.sounds());
    }

    /**
     * A single word that stands alone, where a place, a firm or a thing is more likely:
     * behind "in", before "School", behind "Storm"; or an ordinary word whose capital begins a sentence.
     */
    private boolean isThing(int at) {
        MessageWord word = words.get(at);
        boolean goesOn =
                follows(at) && words.get(at + 1).isName() && words.get(at + 1).capital();
        if (!capitals || word.isInitial() || goesOn) {
            return false;
        }
        boolean begins = STARTS.matcher(text.substring(Math.max(0, word.start() - 3), word.start()))
                .find();
        boolean owns = OWNS.matcher(text).region(word.end(), text.length()).lookingAt();
        boolean behindThing = THING_BEFORE
                .matcher(text)
                .region(Math.max(0, word.start() - 12), word.start())
                .find();
        boolean beforeThing =
                THING_FOLLOWS.matcher(text).region(word.end(), text.length()).lookingAt();
        return beforeThing || (behindThing && !owns) || (begins && word.isOrdinary() && !speaks(word));
    }

    /** A place that is a name too is a place behind "in". */
    private boolean isPlaceHere(MessageWord word) {
        return word.isNoPerson()
                && PLACE_FOLLOWS
                        .matcher(text)
                        .region(Math.max(0, word.start() - 8), word.start())
                        .find();
    }

    private void markCued() {
        for (NameCues cue : NameCues.values()) {
            Matcher matcher = cue.before().matcher(text);
            while (matcher.find()) {
                int at = wordAt(matcher.end());
                if (at >= 0 && PARTICLES.contains(words.get(at).folded()) && follows(at)) {
                    at++;
                }
                if (at >= 0 && !name[at] && expected(words.get(at), cue)) {
                    name[at] = true;
                }
            }
        }
    }

    private boolean expected(MessageWord word, NameCues cue) {
        if (word.isFunctionWord() || word.isInitial() || !looksLikeName(word)) {
            return false;
        }
        boolean unknown = !word.isOrdinary() && !word.isNoPerson() && (capitals || word.sounds() || word.isName());
        boolean listed = word.isName() && !word.isNoPerson();
        return switch (cue) {
            case INTRODUCTION -> capitals ? listed || !word.isNoPerson() : unknown || word.isFirstName();
            case PERSON -> unknown || (word.isFirstName() && (capitals || !word.isNoPerson()));
            case LOOSE -> capitals ? unknown || listed : unknown;
            case FAINT -> word.isFirstName() && (capitals || !word.isOrdinary()) && !word.isNoPerson();
        };
    }

    /** First names of the lists, and unknown words of which something is told that only people do. */
    private void markListed() {
        for (int i = 0; i < words.size(); i++) {
            MessageWord word = words.get(i);
            boolean known = word.isOrdinary() || word.isNoPerson() || word.isFunctionWord();
            if (known || word.isInitial() || !looksLikeName(word)) {
                continue;
            }
            boolean listed = word.isFirstName() && word.folded().length() > 2;
            name[i] |= (listed && !isThing(i)) || (word.sounds() && speaks(word));
        }
    }

    private boolean speaks(MessageWord word) {
        Matcher after = SPEAKS.matcher(text).region(word.end(), text.length());
        return after.lookingAt();
    }

    /** The words before and behind each name that belong to it. */
    private void extend() {
        for (int i = 0; i < words.size(); i++) {
            if (name[i]) {
                int particles = 0;
                while (follows(i + particles)
                        && particles < 3
                        && PARTICLES.contains(words.get(i + particles + 1).folded())) {
                    particles++;
                }
                int next = i + particles + 1;
                if (follows(next - 1) && continues(words.get(next))) {
                    for (int k = i + 1; k <= next; k++) {
                        name[k] = true;
                    }
                } else if (particles > 0 && follows(i) && continues(words.get(i + 1))) {
                    name[i + 1] = true;
                }
            }
        }
        for (int i = words.size() - 1; i > 0; i--) {
            if (name[i]
                    && follows(i - 1)
                    && !name[i - 1]
                    && precedes(words.get(i - 1), words.get(i).folded().indexOf('-') > 0)) {
                name[i - 1] = true;
            }
        }
    }

    private boolean continues(MessageWord word) {
        if (!looksLikeName(word) || word.isFunctionWord()) {
            return false;
        }
        if (capitals) {
            return word.isInitial() || word.isName() || !(word.isNoPerson() || word.isOrdinary());
        }
        return !word.isInitial() && !word.isNoPerson() && !word.isOrdinary();
    }

    private boolean precedes(MessageWord word, boolean hyphenated) {
        if (word.isInitial() || word.isFunctionWord() || word.isNoPerson() || !looksLikeName(word)) {
            return capitals && word.isInitial() && word.capital() && !"i".equals(word.folded());
        }
        boolean unknown = !word.isOrdinary() && word.sounds();
        return unknown || (capitals && (word.isFirstName() || (hyphenated && word.isName())));
    }

    /** Each other place where a part of a name stands. */
    private void markRepeated() {
        Set<String> parts = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (name[i]
                    && words.get(i).folded().length() > 2
                    && !PARTICLES.contains(words.get(i).folded())) {
                parts.add(words.get(i).folded());
                if (capitals || !words.get(i).isOrdinary()) {
                    parts.addAll(List.of(words.get(i).folded().split("-", -1)));
                }
            }
        }
        for (int i = 0; i < words.size(); i++) {
            MessageWord word = words.get(i);
            name[i] |= looksLikeName(word)
                    && !isPlaceHere(word)
                    && parts.contains(word.folded())
                    && word.folded().length() > 2
                    && (capitals || !word.isOrdinary());
        }
    }

    private boolean looksLikeName(MessageWord word) {
        char before = word.start() == 0 ? ' ' : text.charAt(word.start() - 1);
        if (before == '@' || before == '#') {
            return false;
        }
        if (!capitals) {
            return true;
        }
        return word.capital()
                && !word.joined()
                && (!word.shouted()
                        || word.isInitial()
                        || (word.isFirstName()
                                && !word.isOrdinary()
                                && word.folded().length() > 3));
    }

    private List<PersonalSpan> spans() {
        List<PersonalSpan> spans = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (name[i]) {
                int first = i;
                while (follows(i) && name[i + 1]) {
                    i++;
                }
                spans.add(new PersonalSpan(
                        PersonalKind.NAME,
                        words.get(first).start(),
                        words.get(i).end()));
            }
        }
        return spans;
    }

    /** Whether nothing but a space, or the point of an initial, parts a word from the next. */
    private boolean follows(int at) {
        if (at < 0 || at + 1 >= words.size()) {
            return false;
        }
        String between = text.substring(words.get(at).end(), words.get(at + 1).start());
        return " ".equals(between)
                || "  ".equals(between)
                || (words.get(at).isInitial() && (". ".equals(between) || ".".equals(between)));
    }

    private int wordAt(int position) {
        int at = firstWordEndingAfter(position);
        return at < words.size() && words.get(at).start() == position ? at : -1;
    }

    private int firstWordEndingAfter(int position) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
