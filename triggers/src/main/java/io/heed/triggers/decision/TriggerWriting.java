package io.heed.triggers.decision;

import io.heed.events.CareEvent;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.PersonalData;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.cases.OpenCase;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Evidence;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.CompiledPlay;
import io.heed.triggers.play.Said;
import io.heed.triggers.play.Urgency;
import io.heed.triggers.signal.Score;
import io.heed.triggers.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts a case into the words of the contract. */
final class TriggerWriting {
    private final Map<String, CompiledPlay> plays;

    TriggerWriting(Map<String, CompiledPlay> plays) {
        this.plays = plays;
    }

    CareTrigger step(
            OpenCase open,
            Ground lead,
            TriggerStep step,
            Reason because,
            String detail,
            long nowMillis,
            long notBeforeMillis) {
        Score score = lead.signal().score();
        return new CareTrigger(
                open.triggerId(),
                step,
                open.revision(),
                nowMillis,
                because,
                detail,
                open.customer(),
                open.cause(),
                lead.play(),
                lead.playVersion(),
                lead.said(),
                lead.proposal(),
                lead.message(),
                notBeforeMillis,
                lead.expiresMillis(),
                evidence(lead),
                open.otherPlays(),
                score == null ? "" : score.arm(),
                open.control());
    }

    /** The withdrawal that follows an erasure: it says what to forget, and nothing of why. */
    static CareTrigger erasure(OpenCase open, Ground lead, long nowMillis) {
        Signal signal = lead.signal();
        return new CareTrigger(
                open.triggerId(),
                TriggerStep.WITHDRAWN,
                open.revision(),
                nowMillis,
                Reason.ERASURE,
                "customer.erased",
                open.customer(),
                open.cause(),
                lead.play(),
                lead.playVersion(),
                new Said("erased", "The customer's data was erased; do not act.", Urgency.HIGH),
                lead.proposal(),
                null,
                nowMillis,
                lead.expiresMillis(),
                new Evidence(
                        signal.kind(),
                        signal.name(),
                        signal.version(),
                        signal.timeMillis(),
                        List.of(),
                        new TreeMap<>(),
                        null),
                List.of(),
                "",
                open.control());
    }

    private Evidence evidence(Ground lead) {
        Signal signal = lead.signal();
        CompiledPlay play = plays.get(lead.play());
        Map<String, List<String>> named = play == null ? Map.of() : play.play().evidence();
        List<Evidence.MatchedEvent> events = new ArrayList<>();
        signal.stages()
                .forEach((stage, matched) -> matched.forEach(
                        event -> events.add(matched(stage, event, named.getOrDefault(stage, List.of())))));
        return new Evidence(
                signal.kind(),
                signal.name(),
                signal.version(),
                signal.timeMillis(),
                events,
                lead.features(),
                signal.score());
    }

    private static Evidence.MatchedEvent matched(String stage, CareEvent event, List<String> named) {
        Map<String, Object> fields = new TreeMap<>();
        for (String name : named) {
            Field field = event.type().field(name);
            Object value = event.value(name);
            if (field != null && value != null) {
                fields.put(name, plain(field, value));
            }
        }
        return new Evidence.MatchedEvent(
                stage, event.source(), event.id(), event.type().name(), event.timeMillis(), fields);
    }

    private static Object plain(Field field, Object value) {
        if (field.type() == FieldType.TIME) {
            return Instant.ofEpochMilli((Long) value).toString();
        }
        if (field.type() != FieldType.LIST) {
            return value;
        }
        List<Object> records = new ArrayList<>();
        for (@Nullable Object[] row : (@Nullable Object[][]) value) {
            Map<String, Object> record = new TreeMap<>();
            for (int i = 0; i < row.length; i++) {
                Field inner = field.fields().get(i);
                Object item = row[i];
                if (item != null && inner.personal() == PersonalData.NONE) {
                    record.put(inner.name(), plain(inner, item));
                }
            }
            records.add(record);
        }
        return records;
    }
}
