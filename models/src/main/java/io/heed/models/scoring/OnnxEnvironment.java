package io.heed.models.scoring;

import ai.onnxruntime.OrtEnvironment;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one ONNX Runtime environment of this JVM. */
public final class OnnxEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxEnvironment.class);
    private static final String TELEMETRY_SWITCH = "ORT_DISABLE_TELEMETRY";
    private static final long START_STACK_BYTES = 16L << 20;

    private OnnxEnvironment() {}

    /** The environment, created at the first call. */
    public static OrtEnvironment shared() {
        return Holder.ENVIRONMENT;
    }

    private static OrtEnvironment create() {
        if (!"1".equals(System.getenv(TELEMETRY_SWITCH))) {
            LOG.warn(
                    "{} is not 1: later versions of ONNX Runtime then report to their maker, and crash where the JVM's"
                            + " command line is long. Set it for every process (docs/decisions/0003-onnx-runtime.md)",
                    TELEMETRY_SWITCH);
        }
        CompletableFuture<OrtEnvironment> created = new CompletableFuture<>();
        // Creating it may recurse natively with the length of the command line: a thread of the usual size overflows.
        Thread starter = new Thread(null, () -> complete(created), "onnx-environment", START_STACK_BYTES);
        starter.setDaemon(true);
        starter.start();
        return created.join();
    }

    private static void complete(CompletableFuture<OrtEnvironment> created) {
        try {
            created.complete(OrtEnvironment.getEnvironment("heed"));
        } catch (RuntimeException | LinkageError failed) {
            created.completeExceptionally(failed);
        }
    }

    private static final class Holder {
        private static final OrtEnvironment ENVIRONMENT = create();
    }
}
