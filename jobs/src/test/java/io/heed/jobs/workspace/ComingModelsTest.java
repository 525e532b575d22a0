package io.heed.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.Workspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComingModelsTest {
    @Test
    void aModelThatAPlayNamesPredictsTheTargetOfItsNameElseTheFirst() {
        Workspace workspace = folder -> List.of(new DefinitionFile(folder + "/plays.yaml", """
                plays:
                  call-back: {signal: {model: repeat-contact}}
                  brief-agent: {signal: {model: someone-elses}}
                  explain-bill: {signal: {pattern: bill-spike}}
                  broken: 7
                """));

        assertThat(ComingModels.of(workspace, List.of("bill-contact", "repeat-contact")))
                .isEqualTo(Map.of("repeat-contact", "repeat-contact", "someone-elses", "bill-contact"));
    }

    @Test
    void aWorkspaceWithoutPlaysNeedsNoModel() {
        assertThat(ComingModels.of(folder -> List.of(), List.of("repeat-contact")))
                .isEmpty();
    }
}
