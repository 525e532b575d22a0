package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** A pattern drawn by chance, said both in Heed's YAML and, on its own, in flink-cep's words. */
public final class RandomPattern {
    private static final List<String> NAMES = List.of("p", "q", "r", "u");
    private static final List<String> LATER =
            List.of("next", "followed-by", "followed-by-any", "not-next", "not-followed-by");

    private final List<Stage> stages = new ArrayList<>();
    private final int within;
    private final String skip;
    private final List<String> among = new ArrayList<>();

    /** What one stage is drawn to be; an own condition and one over an earlier stage, either of which may be missing. */
    private record Stage(
            String name,
            String contiguity,
            List<String> types,
            double above,
            String earlier,
            boolean earlierIsList,
            String times,
            String each,
            boolean greedy,
            boolean optional,
            String until) {
        boolean absence() {
            return contiguity.startsWith("not");
        }

        boolean repeated() {
            return !times.isEmpty();
        }
    }

    /** Draws a pattern. */
    public RandomPattern(Random random) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            stages.add(draw(i, count, random));
        }
        within = 3 + random.nextInt(20);
        skip = drawSkip(random);
        if (random.nextInt(4) == 0) {
            among.add("letter.d");
        }
    }

    private Stage draw(int index, int count, Random random) {
        Stage before = index == 0 ? null : stages.get(index - 1);
        boolean absenceFits = before != null && !before.absence() && !before.optional();
        String contiguity = index == 0 ? "event" : LATER.get(random.nextInt(absenceFits ? 5 : 3));
        boolean absence = contiguity.startsWith("not");
        boolean repeated = !absence && random.nextInt(4) == 0;
        List<String> forms = List.of("2", "3", "1-2", "2-3", "1+", "2+");
        String times = repeated ? forms.get(random.nextInt(forms.size())) : "";
        String each =
                repeated ? List.of("followed-by", "next", "followed-by-any").get(random.nextInt(3)) : "";
        String until =
                times.endsWith("+") && random.nextInt(3) == 0 ? "letter." + (char) ('a' + random.nextInt(4)) : "";
        boolean greedyBefore = before != null && before.greedy();
        boolean mustCome =
                index == 0 || (index == count - 1 && stages.stream().allMatch(s -> s.absence() || s.optional()));
        boolean optional = !absence && !mustCome && !greedyBefore && random.nextInt(6) == 0;
        boolean greedy = repeated
                && !each.equals("followed-by-any")
                && until.isEmpty()
                && index < count - 1
                && random.nextInt(6) == 0;
        List<Stage> holding = stages.stream().filter(s -> !s.absence()).toList();
        Stage earlier = holding.isEmpty() || random.nextInt(3) > 0 ? null : holding.get(random.nextInt(holding.size()));
        return new Stage(
                NAMES.get(index),
                contiguity,
                drawTypes(random),
                random.nextInt(2) == 0 ? random.nextInt(6) : -1,
                earlier == null ? "" : earlier.name(),
                earlier != null && earlier.repeated(),
                times,
                each,
                greedy,
                optional,
                until);
    }

    private static List<String> drawTypes(Random random) {
        Set<String> types = new TreeSet<>();
        types.add("letter." + (char) ('a' + random.nextInt(3)));
        if (random.nextInt(4) == 0) {
            types.add("letter." + (char) ('a' + random.nextInt(3)));
        }
        return List.copyOf(types);
    }

    private String drawSkip(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "skip-to-next";
            case 1 -> "skip-past-last-event";
            case 2 -> "skip-to-first";
            case 3 -> "skip-to-last";
            default -> "no-skip";
        };
    }

    /** Every event type that it names. */
    public List<String> types() {
        Set<String> types = new TreeSet<>(among);
        for (Stage stage : stages) {
            types.addAll(stage.types());
            if (!stage.until().isEmpty()) {
                types.add(stage.until());
            }
        }
        return List.copyOf(types);
    }

    /** Its window in milliseconds. */
    public int within() {
        return within;
    }

    /** In Heed's words, under a name. */
    public String yaml(String name) {
        StringBuilder yaml = new StringBuilder("patterns:\n  ")
                .append(name)
                .append(":\n    description: Drawn by chance.\n    open-limit: 1000000\n    within: ")
                .append(within)
                .append("ms\n    stages:\n");
        for (Stage stage : stages) {
            yaml.append("      - ")
                    .append(stage.name())
                    .append(": {")
                    .append(stage.contiguity())
                    .append(": ");
            yaml.append(stage.types()).append(where(stage));
            yaml.append(stage.repeated() ? ", times: " + stage.times() + ", each: " + stage.each() : "");
            yaml.append(stage.greedy() ? ", greedy: true" : "").append(stage.optional() ? ", optional: true" : "");
            yaml.append(stage.until().isEmpty() ? "" : ", until: {event: " + stage.until() + ", where: until.v > 2.0}");
            yaml.append("}\n");
        }
        if (!among.isEmpty()) {
            yaml.append("    among: ").append(among).append('\n');
        }
        String stage = firstStage();
        yaml.append("    after-match: ")
                .append(skip.startsWith("skip-to-") && !skip.endsWith("next") ? "{" + skip + ": " + stage + "}" : skip);
        return yaml.append('\n').toString();
    }

    private String firstStage() {
        return stages.get(0).name();
    }

    private static String where(Stage stage) {
        List<String> parts = new ArrayList<>();
        if (stage.above() >= 0) {
            parts.add(stage.name() + ".v > " + stage.above());
        }
        if (!stage.earlier().isEmpty()) {
            parts.add(
                    stage.earlierIsList()
                            ? stage.name() + ".v <= sum(" + stage.earlier() + ".map(e, e.v))"
                            : stage.name() + ".v != " + stage.earlier() + ".v");
        }
        return parts.isEmpty() ? "" : ", where: '" + String.join(" && ", parts) + "'";
    }

    /** In flink-cep's words. */
    public Pattern<CareEvent, ?> flink() {
        Pattern<CareEvent, CareEvent> pattern = null;
        for (Stage stage : stages) {
            Pattern<CareEvent, CareEvent> next =
                    pattern == null ? Pattern.<CareEvent>begin(stage.name(), flinkSkip()) : append(pattern, stage);
            pattern = quantify(next.where(new Fits(stage)), stage);
        }
        return java.util.Objects.requireNonNull(pattern).within(Duration.ofMillis(within));
    }

    private AfterMatchSkipStrategy flinkSkip() {
        return switch (skip) {
            case "skip-to-next" -> AfterMatchSkipStrategy.skipToNext();
            case "skip-past-last-event" -> AfterMatchSkipStrategy.skipPastLastEvent();
            case "skip-to-first" -> AfterMatchSkipStrategy.skipToFirst(firstStage());
            case "skip-to-last" -> AfterMatchSkipStrategy.skipToLast(firstStage());
            default -> AfterMatchSkipStrategy.noSkip();
        };
    }

    private static Pattern<CareEvent, CareEvent> append(Pattern<CareEvent, CareEvent> pattern, Stage stage) {
        return switch (stage.contiguity()) {
            case "next" -> pattern.next(stage.name());
            case "followed-by" -> pattern.followedBy(stage.name());
            case "followed-by-any" -> pattern.followedByAny(stage.name());
            case "not-next" -> pattern.notNext(stage.name());
            default -> pattern.notFollowedBy(stage.name());
        };
    }

    private static Pattern<CareEvent, CareEvent> quantify(Pattern<CareEvent, CareEvent> pattern, Stage stage) {
        switch (stage.times()) {
            case "2" -> pattern.times(2);
            case "3" -> pattern.times(3);
            case "1-2" -> pattern.times(1, 2);
            case "2-3" -> pattern.times(2, 3);
            case "1+" -> pattern.oneOrMore();
            case "2+" -> pattern.timesOrMore(2);
            default -> {}
        }
        if (stage.each().equals("next")) {
            pattern.consecutive();
        } else if (stage.each().equals("followed-by-any")) {
            pattern.allowCombinations();
        }
        if (stage.greedy()) {
            pattern.greedy();
        }
        if (stage.optional()) {
            pattern.optional();
        }
        if (!stage.until().isEmpty()) {
            pattern.until(new Ends(stage.until()));
        }
        return pattern;
    }

    private static final class Fits extends IterativeCondition<CareEvent> {
        private static final long serialVersionUID = 1L;
        private final List<String> types;
        private final double above;
        private final String earlier;
        private final boolean earlierIsList;

        Fits(Stage stage) {
            this.types = new ArrayList<>(stage.types());
            this.above = stage.above();
            this.earlier = stage.earlier();
            this.earlierIsList = stage.earlierIsList();
        }

        @Override
        public boolean filter(CareEvent event, Context<CareEvent> match) throws Exception {
            double v = event.number("v");
            return types.contains(event.type().name()) && (above < 0 || v > above) && fitsEarlier(v, match);
        }

        private boolean fitsEarlier(double v, Context<CareEvent> match) throws Exception {
            if (earlier.isEmpty()) {
                return true;
            }
            double sum = 0;
            boolean any = false;
            for (CareEvent event : match.getEventsForPattern(earlier)) {
                sum += event.number("v");
                any = true;
            }
            return earlierIsList ? v <= sum : any && v != sum;
        }
    }

    private static final class Ends extends IterativeCondition<CareEvent> {
        private static final long serialVersionUID = 1L;
        private final String type;

        Ends(String type) {
            this.type = type;
        }

        @Override
        public boolean filter(CareEvent event, Context<CareEvent> match) {
            return event.type().name().equals(type) && event.number("v") > 2.0;
        }
    }
}
