package io.heed.language.encoding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.concurrent.FutureTask;

/**
 * Opens ONNX Runtime sessions that give the same score whatever else runs: one thread each, no spinning.
 *
 * <p>Sessions opened here are never closed: closing one while another thread runs it ends the JVM.
 */
public final class OnnxSessions {
    /** ONNX Runtime builds from 1.29 on call home unless this environment variable is set; Java cannot set it. */
    static final String TELEMETRY_SWITCH = "ORT_DISABLE_TELEMETRY";

    /** Newer builds parse the command line recursively while they start and overflow a default stack. */
    private static final long START_STACK_BYTES = 16L << 20;

    private OnnxSessions() {}

    /**
     * Opens a session over a model held in memory.
     *
     * @throws OrtException when the model cannot be read
     * @throws IllegalStateException when telemetry of ONNX Runtime is not switched off
     */
    public static OrtSession open(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return environment().createSession(model, options);
        }
    }

    /** The one environment of this JVM. */
    public static OrtEnvironment environment() {
        return Holder.ENVIRONMENT;
    }

    static void checkTelemetryOff(String switchValue) {
        if (!switchValue.equals("1")) {
            throw new IllegalStateException("environment variable " + TELEMETRY_SWITCH + " is not 1: \"" + switchValue
                    + "\"; set it for every JVM that scores, so that ONNX Runtime sends nothing out");
        }
    }

    private static OrtEnvironment start() {
        checkTelemetryOff(System.getenv().getOrDefault(TELEMETRY_SWITCH, ""));
        FutureTask<OrtEnvironment> starting = new FutureTask<>(OrtEnvironment::getEnvironment);
        Thread starter = new Thread(null, starting, "onnx-runtime-start", START_STACK_BYTES);
        starter.start();
        try {
            return starting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ONNX Runtime started", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("ONNX Runtime did not start", e.getCause());
        }
    }

    private static final class Holder {
        static final OrtEnvironment ENVIRONMENT = start();
    }
}
