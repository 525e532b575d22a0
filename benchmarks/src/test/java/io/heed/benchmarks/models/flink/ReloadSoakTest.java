package io.heed.benchmarks.models.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.benchmarks.models.TreesWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadSoakTest {
    @TempDir
    Path folder;

    @Test
    void modelsAreExchangedAtWorkAndNoEventIsLostAndNoScoreIsOfAnotherVersion() throws Exception {
        TreesWorkspace workspace = TreesWorkspace.in(folder.resolve("workspace"), SoakInput.VERSIONS);
        ReloadSoak.Seen seen = ReloadSoak.run(workspace, SoakInput.write(workspace, folder, 20, 200), 2);

        assertThat(seen.handled()).isEqualTo(seen.events()).isEqualTo(22 * 200 + SoakInput.CUSTOMERS);
        assertThat(seen.predictions()).isGreaterThan(300);
        assertThat(seen.wrongArms()).isZero();
        assertThat(seen.modelsLeft()).isZero();
    }
}
