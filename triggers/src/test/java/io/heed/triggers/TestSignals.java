package io.heed.triggers;

import io.heed.triggers.play.SignalCatalogue;
import io.heed.triggers.play.StageShape;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Patterns and models for tests. */
public final class TestSignals implements SignalCatalogue {
    private final Map<String, Map<String, StageShape>> patterns = new TreeMap<>();
    private final Map<String, String> models = new TreeMap<>();

    /** The patterns and models that most tests need. */
    public static TestSignals usual() {
        return new TestSignals()
                .pattern("spike", Map.of("bill", StageShape.one("bill.issued")))
                .pattern("declined", Map.of("payment", StageShape.one("payment.failed")))
                .pattern(
                        "chat-then-call",
                        Map.of("chat", StageShape.one("chat.closed"), "call", StageShape.one("call.started")))
                .pattern(
                        "drops",
                        Map.of("drops", StageShape.many("call.dropped"), "visit", StageShape.one("web.visited")))
                .pattern("cart", Map.of("cart", StageShape.one("cart.abandoned")))
                .pattern("form", Map.of("form", StageShape.one("form.failed")))
                .model("repeat-contact", "contact.ended");
    }

    /** These signals and a pattern. */
    public TestSignals pattern(String name, Map<String, StageShape> stages) {
        patterns.put(name, new TreeMap<>(stages));
        return this;
    }

    /** These signals and a model. */
    public TestSignals model(String name, String decisionType) {
        models.put(name, decisionType);
        return this;
    }

    @Override
    public @Nullable Map<String, StageShape> stages(String pattern) {
        return patterns.get(pattern);
    }

    @Override
    public @Nullable String decisionType(String model) {
        return models.get(model);
    }

    @Override
    public Collection<String> patterns() {
        return patterns.keySet();
    }

    @Override
    public Collection<String> models() {
        return models.keySet();
    }
}
