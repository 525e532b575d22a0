package io.heed.jobs.endtoend;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.jobs.configuration.JobConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The telco's workspace with a disturbed recording of a few customers, written once for all runs of a test. */
record SmallTelco(Path folder, List<DisturbedRecording.Line> lines) {
    static SmallTelco in(Path folder) throws IOException {
        EventCatalogue catalogue = EventCatalogue.load(Workspace.local(Path.of(root())));
        List<DisturbedRecording.Line> lines = DisturbedRecording.write(folder.resolve("simulated"), catalogue);
        SmallTelco telco = new SmallTelco(folder, List.copyOf(lines));
        Files.write(
                telco.recording(),
                lines.stream().map(DisturbedRecording.Line::text).toList());
        return telco;
    }

    /** All records in one file. */
    Path recording() {
        return folder.resolve("recording.jsonl");
    }

    /** Reads the recording from its one file, without outputs. */
    JobConfiguration fromFile() {
        return JobConfiguration.replaying(root(), List.of(recording().toString()));
    }

    static String root() {
        return Path.of("..").toAbsolutePath().normalize().toString();
    }
}
