package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.catalogue.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFormatTest {
    private static final Workspace SERVICE_DESK = Workspace.local(Path.of("../replay-data/workspaces/service-desk"));

    @TempDir
    private Path folder;

    @Test
    void cloudEventsNeedNoMapping() throws IOException {
        assertThat(RecordedFormat.mappingOf(file("{\"specversion\":\"1.0\"}\n"), SERVICE_DESK))
                .isEmpty();
    }

    @Test
    void anythingElseIsReadByTheOnlySourceThatIsDeclared() throws IOException {
        assertThat(RecordedFormat.mappingOf(file("{\"eventId\":\"1\"}\n"), SERVICE_DESK))
                .isEqualTo("service-desk");
        assertThat(RecordedFormat.mappingOf(file("id;customer\n"), SERVICE_DESK))
                .isEqualTo("service-desk");
    }

    @Test
    void withoutExactlyOneSourceAMappingMustBeNamed() throws IOException {
        Path file = file("{\"eventId\":\"1\"}\n");

        assertThatThrownBy(() -> RecordedFormat.mappingOf(file, new SmallWorkspace(folder).local()))
                .hasMessageContaining("events are no CloudEvents, so --mapping must say how they are read")
                .hasMessageContaining("(declared under sources: [])");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("events.jsonl"), text);
    }
}
