package io.heed.models.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.state.Codecs;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.timeline.Agenda;
import io.heed.models.prediction.Arm;
import io.heed.models.target.Target;
import io.heed.testing.CareEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelJoinTest {
    private static final EventCatalogue CATALOGUE =
            EventCatalogue.load(folder -> List.of(new DefinitionFile("events/definitions/calls.yaml", """
                    event-types:
                      call.started:
                        description: A call begins.
                        fields:
                          conversation: {type: text}
                      call.ended:
                        description: A call is over.
                        fields:
                          conversation: {type: text}
                    """)));
    private static final long HORIZON = 10;
    private static final long COMPLETE_FROM = 5;
    private static final long COMPLETE_UNTIL = 60;

    private final CareEvents events = CareEvents.on(CATALOGUE);
    private final MemoryStateStore state = new MemoryStateStore();
    private final Agenda agenda = new Agenda(state);
    private final LabelJoin<KnownFeatures> join = join(state, agenda, target("conversation"));

    @Test
    void aContactAtTheVeryEndOfTheHorizonIsARepeat() {
        assertThat(rows(join, List.of(ended(20, "a"), started(30, "b")))).containsExactly("20 true 0");
    }

    @Test
    void aContactAtTheDecisionOrAfterTheHorizonIsNoRepeat() {
        assertThat(rows(join, List.of(ended(20, "a"), started(20, "b"), started(31, "c"))))
                .containsExactly("20 false 0");
    }

    @Test
    void theDecisionsOwnConversationIsNoRepeatAndOneWithoutANameIs() {
        assertThat(rows(join, List.of(ended(20, "a"), started(21, "a"), ended(35, "b"), started(36, null))))
                .containsExactly("20 false 0", "35 true 0");
    }

    @Test
    void aTargetWithoutConversationsCountsEveryContact() {
        MemoryStateStore other = new MemoryStateStore();
        Agenda otherAgenda = new Agenda(other);
        LabelJoin<KnownFeatures> any = join(other, otherAgenda, target(null));

        any.onEvent(ended(20, "a"), this::nothing);
        any.onEvent(started(21, "a"), this::nothing);

        assertThat(any.onDue(31)).extracting(LabelledDecision::label).containsExactly(true);
    }

    @Test
    void decisionsWhoseIntakeIsNotCompleteGiveNoRow() {
        List<CareEvent> stream = List.of(ended(4, "a"), ended(5, "b"), ended(49, "c"), ended(50, "d"));

        assertThat(rows(join, stream)).containsExactly("5 false 0", "49 false 0");
    }

    @Test
    void onlyMessagesOfTriggersAreTreatments() {
        List<CareEvent> stream =
                List.of(ended(20, "a"), outreach(21, "t1"), outreach(22, null), outreach(30, "t2"), outreach(31, "t3"));

        assertThat(rows(join, stream)).containsExactly("20 false 2");
    }

    @Test
    void severalOpenDecisionsAreLabelledEachByItsOwnHorizon() {
        List<CareEvent> stream = List.of(ended(20, "a"), ended(25, "b"), started(33, "c"));

        assertThat(rows(join, stream)).containsExactly("20 false 0", "25 true 0");
    }

    @Test
    void aRowIsGivenOnceItsHorizonIsOverAndNotBefore() {
        join.onEvent(ended(20, "a"), this::nothing);

        assertThat(agenda.open()).extracting(work -> work.timeMillis()).containsExactly(31L);
        assertThat(join.onDue(30)).isEmpty();
        assertThat(join.onDue(31)).hasSize(1);
        assertThat(join.onDue(32)).isEmpty();
    }

    @Test
    void aRowHoldsTheFeaturesOfTheDecisionInTheTargetsOrder() {
        CareEvent decision = ended(20, "a");
        join.onEvent(
                decision,
                () -> KnownFeatures.of(
                        join.target(), decision.id(), feature -> feature.equals("calls") ? 3 : Double.NaN));

        TrainingRow row =
                TrainingRow.of("repeat-contact", "c1", "control", join.onDue(31).get(0));

        assertThat(row.features()).containsExactly(Double.NaN, 3.0);
        assertThat(row.target()).isEqualTo("repeat-contact");
        assertThat(row.customer()).isEqualTo("c1");
        assertThat(row.event()).isEqualTo("e1");
        assertThat(row.arm()).isEqualTo("control");
    }

    @Test
    void aForgottenCustomerHasNoRows() {
        join.onEvent(ended(20, "a"), this::nothing);

        join.clear();

        assertThat(join.onDue(31)).isEmpty();
    }

    @Test
    void theScoresOfADecisionAreKeptLikeItsFeaturesAndADecisionWithoutAnyIsNot() {
        MemoryStateStore other = new MemoryStateStore();
        Agenda otherAgenda = new Agenda(other);
        LabelJoin<List<ServedScore>> served = new LabelJoin<>(
                other, otherAgenda.of("served"), target("conversation"), "served", Codecs.listOf(ServedScore.CODEC));
        List<ServedScore> scores = List.of(
                new ServedScore("repeat-contact", 3, Arm.CHALLENGER, 0.25, false),
                new ServedScore("repeat-contact", 400, Arm.SHADOW, 0.75, true));

        served.onEvent(ended(20, "a"), () -> scores);
        served.onEvent(ended(22, "b"), () -> null);
        served.onEvent(started(25, "c"), () -> null);
        served.onEvent(outreach(26, "t1"), () -> null);

        assertThat(served.onDue(40)).containsExactly(new LabelledDecision<>(20, scores, true, 1));
    }

    @Property(tries = 300)
    void rowsAreThoseThatLookingThroughTheWholeStreamGives(@ForAll long seed) {
        List<CareEvent> stream = randomStream(new Random(seed));

        assertThat(rows(join, stream)).isEqualTo(expectedRows(stream));
    }

    private List<CareEvent> randomStream(Random random) {
        List<CareEvent> stream = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < 30; i++) {
            time += random.nextInt(4);
            @Nullable String conversation = random.nextInt(6) == 0 ? null : "k" + random.nextInt(3);
            stream.add(
                    switch (random.nextInt(3)) {
                        case 0 -> ended(time, conversation);
                        case 1 -> started(time, conversation);
                        default -> outreach(time, conversation);
                    });
        }
        return stream;
    }

    private static List<String> expectedRows(List<CareEvent> stream) {
        List<String> expected = new ArrayList<>();
        for (CareEvent decision : stream) {
            long from = decision.timeMillis();
            if (!decision.type().name().equals("call.ended")
                    || from < COMPLETE_FROM
                    || from + HORIZON >= COMPLETE_UNTIL) {
                continue;
            }
            boolean repeated = false;
            int treatments = 0;
            for (CareEvent event : stream) {
                if (event.timeMillis() <= from || event.timeMillis() > from + HORIZON) {
                    continue;
                }
                String conversation = event.text("conversation");
                repeated |= event.type().name().equals("call.started")
                        && (conversation == null || !conversation.equals(decision.text("conversation")));
                treatments += event.type().name().equals("outreach.sent") && event.text("triggerId") != null ? 1 : 0;
            }
            expected.add(from + " " + repeated + " " + treatments);
        }
        return expected;
    }

    /** All rows of a stream, with each deadline before the events of its time. */
    private List<String> rows(LabelJoin<KnownFeatures> labels, List<CareEvent> stream) {
        List<LabelledDecision<KnownFeatures>> rows = new ArrayList<>();
        for (CareEvent event : stream) {
            passTo(event.timeMillis(), labels, rows);
            labels.onEvent(event, this::nothing);
        }
        passTo(Long.MAX_VALUE, labels, rows);
        return rows.stream()
                .map(row -> row.timeMillis() + " " + row.label() + " " + row.treatments())
                .toList();
    }

    private void passTo(long timeMillis, LabelJoin<KnownFeatures> labels, List<LabelledDecision<KnownFeatures>> rows) {
        for (var due = agenda.pollDue(timeMillis); due != null; due = agenda.pollDue(timeMillis)) {
            rows.addAll(labels.onDue(due.timeMillis()));
        }
    }

    private KnownFeatures nothing() {
        return new KnownFeatures("", List.of());
    }

    private static LabelJoin<KnownFeatures> join(MemoryStateStore state, Agenda agenda, Target target) {
        return new LabelJoin<>(state, agenda.of("labels"), target, "labels", KnownFeatures.CODEC);
    }

    private CareEvent ended(long timeMillis, @Nullable String conversation) {
        return event("call.ended", timeMillis, "conversation", conversation);
    }

    private CareEvent started(long timeMillis, @Nullable String conversation) {
        return event("call.started", timeMillis, "conversation", conversation);
    }

    private CareEvent outreach(long timeMillis, @Nullable String triggerId) {
        return event("outreach.sent", timeMillis, "triggerId", triggerId);
    }

    private CareEvent event(String type, long timeMillis, String field, @Nullable String value) {
        CareEvents.Draft draft = events.of(type).at(timeMillis);
        return value == null ? draft.create() : draft.with(field, value).create();
    }

    private static Target target(@Nullable String conversation) {
        return new Target(
                "repeat-contact",
                "Will the customer call again?",
                "call.ended",
                List.of("call.started"),
                HORIZON,
                conversation,
                COMPLETE_FROM,
                COMPLETE_UNTIL,
                List.of("ratio", "calls"));
    }
}
