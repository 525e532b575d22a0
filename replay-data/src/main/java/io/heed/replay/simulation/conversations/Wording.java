package io.heed.replay.simulation.conversations;

import io.heed.replay.simulation.chance.Chance;
import io.heed.replay.simulation.life.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds words for one customer and those who answer. */
final class Wording {
    private static final Map<String, Phrases> LANGUAGES = Map.of("en", Phrases.of("en"), "es", Phrases.of("es"));
    private static final Set<String> MONEY = Set.of("billing", "payment", "roaming", "add-on");
    private static final List<String> COUNTRIES = List.of("Mexico", "Canada", "Spain", "Italy", "Japan", "Brazil");

    private final Phrases phrases;
    private final Identity identity;
    private final double tidiness;

    Wording(String language, double tidiness, Identity identity) {
        Phrases known = LANGUAGES.get(language);
        if (known == null) {
            throw new IllegalArgumentException("language is not one of " + LANGUAGES.keySet() + ": " + language);
        }
        this.phrases = known;
        this.tidiness = tidiness;
        this.identity = identity;
    }

    /** What the customer says first: what it is about, how that feels, at times who speaks. */
    Utterance opening(Problem problem, Emotion emotion, Chance chance) {
        List<String> personal = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        if (chance.happens(0.3)) {
            text.append(phrases.pick("greeting", chance)).append(' ');
        }
        text.append(phrases.pick("about." + problem.topic(), chance));
        if (problem.contactCount() > 1 && chance.happens(0.4)) {
            text.append(' ').append(phrases.pick("again", chance));
        }
        if (emotion != Emotion.CALM || chance.happens(0.2)) {
            text.append(' ').append(phrases.pick("mood." + emotion.word(), chance));
        }
        if (chance.happens(0.12)) {
            text.append(' ').append(identified(chance, personal));
        }
        return said(filled(text.toString(), problem, chance), emotion, personal, chance);
    }

    /** What the customer answers in between, often a word. */
    Utterance answer(Emotion emotion, Chance chance) {
        List<String> personal = new ArrayList<>();
        String text = chance.happens(0.2) ? identified(chance, personal) : phrases.pick("short", chance);
        return said(text, emotion, personal, chance);
    }

    /** What the customer says at the end. */
    Utterance farewell(Emotion emotion, Chance chance) {
        return said(phrases.pick("farewell." + emotion.word(), chance), emotion, List.of(), chance);
    }

    /** A public post. */
    Utterance post(Problem problem, Emotion emotion, Chance chance) {
        String text = phrases.pick("post", chance) + " " + phrases.pick("about." + problem.topic(), chance) + " "
                + phrases.pick("mood." + emotion.word(), chance);
        return said(filled(text, problem, chance), emotion, List.of(), chance);
    }

    /** An answer to a message of the company. */
    Utterance reply(Emotion emotion, Chance chance) {
        return said(phrases.pick("reply." + emotion.word(), chance), emotion, List.of(), chance);
    }

    /** The answer of a care agent who has solved the problem, or has not. */
    Utterance answer(Problem problem, boolean solved, Chance chance) {
        if (!solved) {
            return company("agent.unsolved", problem, chance);
        }
        boolean money = MONEY.contains(problem.topic()) && chance.happens(0.6);
        return company(money ? "agent.credited" : "agent.solved", problem, chance);
    }

    /** What the bot or a care agent says about a problem; {@code section} names the kind. */
    Utterance company(String section, Problem problem, Chance chance) {
        return named(filled(phrases.pick(section, chance), problem, chance));
    }

    /** What the bot or a care agent says about nothing in particular. */
    Utterance company(String section, Chance chance) {
        return named(phrases.pick(section, chance));
    }

    private Utterance named(String text) {
        boolean named = text.contains("{first}");
        String first = identity.name().substring(0, identity.name().indexOf(' '));
        return new Utterance(text.replace("{first}", first), null, named ? List.of("name") : List.of());
    }

    private Utterance said(String text, Emotion emotion, List<String> personal, Chance chance) {
        return new Utterance(Untidiness.of(text, emotion, tidiness, chance), emotion, personal);
    }

    private String identified(Chance chance, List<String> personal) {
        String kind = chance.pick(List.of("name", "name", "phone", "phone", "email", "card"));
        personal.add(kind);
        return phrases.pick("identify." + kind, chance)
                .replace("{name}", identity.name())
                .replace("{phone}", identity.phone())
                .replace("{email}", identity.email())
                .replace("{card}", identity.card());
    }

    private static String filled(String text, Problem problem, Chance chance) {
        Object extra = problem.fact("extra");
        Object addon = problem.fact("name");
        Object country = problem.fact("country");
        return text.replace("{amount}", extra == null ? "$" + chance.whole(8, 95) : "$" + extra)
                .replace("{addon}", addon == null ? "that add-on" : addon.toString())
                .replace("{country}", country == null ? chance.pick(COUNTRIES) : country.toString())
                .replace("{days}", String.valueOf(chance.whole(2, 9)));
    }
}
