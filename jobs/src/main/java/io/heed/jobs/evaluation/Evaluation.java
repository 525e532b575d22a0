package io.heed.jobs.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.Decided;
import io.heed.jobs.customer.CareResult.Predicted;
import io.heed.jobs.customer.CareResult.Triggered;
import io.heed.jobs.training.CustomerSplit;
import io.heed.models.prediction.Arm;
import io.heed.models.prediction.Prediction;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.TriggerStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the triggers and scores of a replay are worth, measured against the recorded causes: a trigger is right while an
 * episode of a cause that its play answers is open.
 */
public final class Evaluation {
    private static final long DAY = 86_400_000;
    private static final int CAPACITY_A_DAY = 40;

    private final Truth truth;
    private final Answers answers;
    private final CustomerSplit split;
    private final List<CareTrigger> steps = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Prediction> predictions = new ArrayList<>();

    /**
     * The evaluation of a recording that has {@code truth.jsonl.gz} and {@code answers.yaml} beside it; null for others.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException where the answers are wrong
     */
    public static @Nullable Evaluation beside(Path recording, CustomerSplit split) throws IOException {
        Path truth = recording.resolveSibling("truth.jsonl.gz");
        Path answers = recording.resolveSibling("answers.yaml");
        if (!Files.exists(truth) || !Files.exists(answers)) {
            return null;
        }
        return new Evaluation(Truth.read(truth), Answers.read(answers), split);
    }

    /** Takes whatever it can use of a result. */
    public void add(CareResult result) {
        if (result instanceof Triggered triggered) {
            steps.add(triggered.trigger());
        } else if (result instanceof Decided decided) {
            decisions.add(decided.decision());
        } else if (result instanceof Predicted predicted) {
            predictions.add(predicted.prediction());
        }
    }

    /**
     * An evaluation that has seen nothing.
     *
     * @param split which customers the models never saw
     */
    public Evaluation(Truth truth, Answers answers, CustomerSplit split) {
        this.truth = truth;
        this.answers = answers;
        this.split = split;
    }

    /** The figures, as JSON. */
    public ObjectNode report() {
        ObjectNode report = new ObjectMapper().createObjectNode();
        List<CareTrigger> raised =
                steps.stream().filter(step -> step.step() == TriggerStep.RAISED).toList();
        plays(raised, report);
        patterns(report.putObject("patterns"));
        report.put("triggersPer1000CustomersAWeek", perThousandAWeek(raised));
        report.put("beforeTheContactShare", beforeTheContactShare(raised));
        report.put("mostOpenTriggersOfACase", mostOpenOfACase());
        report.put("precisionOfFortyADay", precisionOfForty(raised));
        models(report.putObject("models"));
        return report;
    }

    private void plays(List<CareTrigger> raised, ObjectNode report) {
        Map<String, PlayQuality> qualities = new TreeMap<>();
        answers.byPlay().forEach((play, answer) -> {
            PlayQuality quality = qualities.computeIfAbsent(play, key -> new PlayQuality());
            truth.episodes()
                    .values()
                    .forEach(episodes -> episodes.stream()
                            .filter(episode -> answers.isInScope(answer, episode))
                            .forEach(quality::addEpisode));
        });
        for (CareTrigger trigger : raised) {
            PlayQuality quality = qualities.computeIfAbsent(trigger.play(), key -> new PlayQuality());
            Episode episode = explanation(trigger);
            if (episode == null) {
                quality.addWrong();
            } else {
                quality.addRight(episode, trigger.timeMillis());
            }
        }
        ObjectNode plays = report.putObject("plays");
        qualities.forEach((play, quality) -> quality.writeTo(plays.putObject(play)));
        long right =
                raised.stream().filter(trigger -> explanation(trigger) != null).count();
        report.put("raised", raised.size());
        report.put("precision", raised.isEmpty() ? Double.NaN : (double) right / raised.size());
    }

    /** Every signal that a play answers, whether it was raised or held back, each once. */
    private void patterns(ObjectNode patterns) {
        Map<String, PlayQuality> qualities = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (Decision decision : decisions) {
            Answer answer = answers.byPlay().get(decision.play());
            if (answer == null || !seen.add(decision.signal() + '\n' + decision.triggerId())) {
                continue;
            }
            PlayQuality quality = qualities.computeIfAbsent(decision.signal(), key -> scoped(answer));
            Episode episode = explanation(decision.customer(), decision.play(), decision.timeMillis());
            if (episode == null) {
                quality.addWrong();
            } else {
                quality.addRight(episode, decision.timeMillis());
            }
        }
        qualities.forEach((pattern, quality) -> quality.writeTo(patterns.putObject(pattern)));
    }

    private PlayQuality scoped(Answer answer) {
        PlayQuality quality = new PlayQuality();
        truth.episodes()
                .values()
                .forEach(episodes -> episodes.stream()
                        .filter(episode -> answers.isInScope(answer, episode))
                        .forEach(quality::addEpisode));
        return quality;
    }

    private @Nullable Episode explanation(CareTrigger trigger) {
        return explanation(trigger.customer(), trigger.play(), trigger.timeMillis());
    }

    private @Nullable Episode explanation(String customer, String play, long timeMillis) {
        return truth.of(customer).stream()
                .filter(episode -> answers.explains(play, episode, timeMillis))
                .max(Comparator.comparingLong(Episode::fromMillis))
                .orElse(null);
    }

    private double perThousandAWeek(List<CareTrigger> raised) {
        if (raised.isEmpty()) {
            return 0;
        }
        long first = raised.stream().mapToLong(CareTrigger::timeMillis).min().orElse(0);
        long last = raised.stream().mapToLong(CareTrigger::timeMillis).max().orElse(0);
        double weeks = Math.max(1, (last - first) / (7.0 * DAY));
        return raised.size() / weeks / truth.customers() * 1_000;
    }

    /** Of the right triggers whose episode led to a contact at all: those that came before one of its contacts. */
    private double beforeTheContactShare(List<CareTrigger> raised) {
        int withContact = 0;
        int before = 0;
        for (CareTrigger trigger : raised) {
            Episode episode = explanation(trigger);
            if (episode != null && !episode.contactsMillis().isEmpty()) {
                withContact++;
                before += episode.hasContactAfter(trigger.timeMillis()) ? 1 : 0;
            }
        }
        return withContact == 0 ? Double.NaN : (double) before / withContact;
    }

    /** The most triggers that were open at once for one cause of one customer. */
    private int mostOpenOfACase() {
        List<CareTrigger> ordered = new ArrayList<>(steps);
        ordered.sort(Comparator.comparingLong(CareTrigger::timeMillis).thenComparing(step -> !ends(step.step())));
        Map<String, Set<String>> open = new HashMap<>();
        int most = 0;
        for (CareTrigger step : ordered) {
            Set<String> ofCase = open.computeIfAbsent(step.customer() + '\n' + step.cause(), key -> new HashSet<>());
            if (step.step() == TriggerStep.RAISED) {
                ofCase.add(step.triggerId());
            } else if (ends(step.step())) {
                ofCase.remove(step.triggerId());
            }
            most = Math.max(most, ofCase.size());
        }
        return most;
    }

    private static boolean ends(TriggerStep step) {
        return step == TriggerStep.WITHDRAWN || step == TriggerStep.EXPIRED || step == TriggerStep.CLOSED;
    }

    private double precisionOfForty(List<CareTrigger> raised) {
        Map<Long, List<CareTrigger>> byDay = new TreeMap<>();
        raised.forEach(trigger -> byDay.computeIfAbsent(trigger.timeMillis() / DAY, key -> new ArrayList<>())
                .add(trigger));
        int taken = 0;
        int right = 0;
        for (List<CareTrigger> day : byDay.values()) {
            day.sort(Comparator.comparingDouble(
                            (CareTrigger trigger) -> -trigger.proposal().priority())
                    .thenComparing(CareTrigger::triggerId));
            for (CareTrigger trigger : day.subList(0, Math.min(CAPACITY_A_DAY, day.size()))) {
                taken++;
                right += explanation(trigger) == null ? 0 : 1;
            }
        }
        return taken == 0 ? Double.NaN : (double) right / taken;
    }

    /** The area under the curve of each model on customers it never saw, beside that of the true probabilities. */
    private void models(ObjectNode models) {
        Map<String, TrueOutcome> outcomes = new HashMap<>();
        truth.outcomes().forEach(outcome -> outcomes.put(key(outcome.customer(), decision(outcome)), outcome));
        Map<String, RankingQuality> served = new TreeMap<>();
        Map<String, RankingQuality> ceiling = new TreeMap<>();
        for (Prediction prediction : predictions) {
            String time = key(prediction.customer(), String.valueOf(prediction.timeMillis()));
            TrueOutcome outcome =
                    outcomes.getOrDefault(key(prediction.customer(), prediction.eventId()), outcomes.get(time));
            if (outcome == null
                    || prediction.arm() == Arm.SHADOW
                    || !split.of(prediction.customer()).equals("test")) {
                continue;
            }
            String model = prediction.model();
            served.computeIfAbsent(model, key -> new RankingQuality()).add(prediction.score(), outcome.happened());
            ceiling.computeIfAbsent(model, key -> new RankingQuality()).add(outcome.probability(), outcome.happened());
        }
        served.forEach((model, quality) -> {
            ObjectNode node = models.putObject(model);
            node.put("decisionsOfUnseenCustomers", quality.size());
            node.put("happened", quality.positives());
            node.put("auc", quality.areaUnderCurve());
            node.put(
                    "aucOfTrueProbabilities",
                    ceiling.getOrDefault(model, quality).areaUnderCurve());
        });
    }

    private static String decision(TrueOutcome outcome) {
        return outcome.event().isEmpty() ? String.valueOf(outcome.timeMillis()) : outcome.event();
    }

    private static String key(String customer, String decision) {
        return customer + '\n' + decision;
    }
}
