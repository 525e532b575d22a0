package io.heed.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.models.ModelFolder;
import io.heed.models.repository.ModelDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime takes the whole JVM down when a session is closed in use; these tests die with it if it ever is. */
class ClosingTest {
    private static final double[] ROW = {1, 1.2, 3};

    @TempDir
    Path repository;

    @Test
    void modelsAreSwappedAndFreedWhileOthersScore() throws Exception {
        Path first = new ModelFolder(repository, "repeat-contact", 1).write();
        Path second = new ModelFolder(repository, "repeat-contact", 2)
                .graph("sklearn-trees")
                .contract(ModelFolder.contract("repeat-contact", 2, ""))
                .write();
        ModelDirectory[] versions = {ModelDirectory.read(first), ModelDirectory.read(second)};
        ModelRegistry registry = new ModelRegistry();
        double[] expected = new double[2];
        for (int i = 0; i < 2; i++) {
            ServedModel model = registry.acquire(versions[i]);
            expected[i] = model.score(ROW);
            registry.release(model);
        }

        Slot serving = new Slot(registry.acquire(versions[0]));
        AtomicBoolean stopped = new AtomicBoolean();
        ExecutorService scorers = Executors.newFixedThreadPool(3);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            counts.add(scorers.submit(() -> scoreUntil(stopped, serving, expected)));
        }
        for (int swap = 1; swap <= 150; swap++) {
            ServedModel retired = serving.model;
            serving.model = registry.acquire(versions[swap % 2]);
            registry.release(retired);
        }
        stopped.set(true);
        for (Future<Integer> count : counts) {
            assertThat(count.get(30, TimeUnit.SECONDS)).isPositive();
        }
        scorers.shutdown();
        registry.release(serving.model);
        assertThat(registry.size()).isZero();
    }

    private static final class Slot {
        private volatile ServedModel model;

        private Slot(ServedModel model) {
            this.model = model;
        }
    }

    /** Scores without holding the model, as nobody should: then a closed model says so, and nothing worse happens. */
    private static int scoreUntil(AtomicBoolean stopped, Slot serving, double[] expected) {
        int scored = 0;
        while (!stopped.get() || scored == 0) {
            ServedModel model = serving.model;
            try {
                assertThat(model.score(ROW)).isEqualTo(expected[model.contract().version() - 1]);
                scored++;
            } catch (IllegalStateException closed) {
                assertThat(closed).hasMessageContaining("session is closed");
            }
        }
        return scored;
    }

    @Test
    void aRunThatHasBegunEndsBeforeTheSessionIsFreed() {
        Path folder = new ModelFolder(repository, "repeat-contact", 1).write();
        AtomicBoolean freed = new AtomicBoolean();
        References references = new References(() -> freed.set(true));
        assertThat(references.acquire()).isTrue();
        references.release();
        assertThat(freed).isFalse();
        references.release();
        assertThat(freed).isTrue();
        assertThat(references.acquire()).isFalse();

        OnnxSession session = OnnxSession.open(folder.resolve("model.onnx"));
        session.close();
        session.close();
        assertThatThrownBy(() -> session.run(Map.of(), Set.of(), result -> 0))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aGraphInMemoryIsServedLikeOneOnDisk() throws Exception {
        Path file = new ModelFolder(repository, "repeat-contact", 1).write().resolve("model.onnx");
        try (OnnxSession fromDisk = OnnxSession.open(file);
                OnnxSession fromMemory = OnnxSession.open("model", Files.readAllBytes(file))) {
            assertThat(fromMemory.inputs().keySet()).isEqualTo(fromDisk.inputs().keySet());
        }
        assertThatThrownBy(() -> OnnxSession.open("broken", new byte[] {1, 2, 3}))
                .hasMessageStartingWith("broken: ONNX Runtime cannot load it");
    }

    @Test
    void aModelIsNotGivenBackTwice() {
        ModelRegistry registry = new ModelRegistry();
        ServedModel model =
                registry.acquire(ModelDirectory.read(new ModelFolder(repository, "repeat-contact", 1).write()));
        registry.release(model);
        assertThatThrownBy(() -> registry.release(model)).hasMessageContaining("model is not in use");
    }
}
