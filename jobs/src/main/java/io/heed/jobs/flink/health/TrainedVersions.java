package io.heed.jobs.flink.health;

import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.health.Serving;
import io.heed.models.health.TrainedVersion;
import io.heed.models.repository.ModelDirectory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the versions in a workspace were trained on; each is read once, when it is first asked for. */
final class TrainedVersions implements Function<Serving, @Nullable TrainedVersion> {
    private static final Logger LOG = LoggerFactory.getLogger(TrainedVersions.class);

    private final WorkspaceSnapshot workspace;
    private final Map<String, @Nullable TrainedVersion> known = new HashMap<>();

    TrainedVersions(WorkspaceSnapshot workspace) {
        this.workspace = workspace;
    }

    @Override
    public @Nullable TrainedVersion apply(Serving serving) {
        String name = serving.model() + "@" + serving.version();
        if (!known.containsKey(name)) {
            known.put(name, read(serving));
        }
        return known.get(name);
    }

    /** A version that was taken away while its last labels matured must not stop everybody's care. */
    private @Nullable TrainedVersion read(Serving serving) {
        try {
            return TrainedVersion.of(
                    ModelDirectory.read(workspace.repository().folder(serving.model(), serving.version())));
        } catch (RuntimeException unreadable) {
            LOG.warn("health of {} version {} is not watched", serving.model(), serving.version(), unreadable);
            return null;
        }
    }
}
