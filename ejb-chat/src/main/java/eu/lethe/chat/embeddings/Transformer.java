package eu.lethe.chat.embeddings;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence encoder in ONNX Runtime. One text per run: a quantised model's vector depends on the texts it shares a batch with.
 */
final class Transformer implements AutoCloseable {
    private static final int WINDOW = 512;

    /** How token vectors become one: as the model was trained. */
    enum Pooling {
        MEAN,
        FIRST_TOKEN
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPiece wordPiece;
    private final Pooling pooling;

    Transformer(byte[] weights, WordPiece wordPiece, Pooling pooling) {
        this.wordPiece = wordPiece;
        this.pooling = pooling;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread per question: the cores are shared by many questions.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(weights, options);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model cannot be opened: " + e.getMessage(), e);
        }
    }

    float[] embed(String text) {
        long[] ids = wordPiece.ids(text, WINDOW);
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            inputs.put("input_ids", row(ids));
            inputs.put("attention_mask", row(ones(ids.length)));
            if (session.getInputNames().contains("token_type_ids")) {
                inputs.put("token_type_ids", row(new long[ids.length]));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return unit(pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private static long[] ones(int length) {
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private float[] pooled(FloatBuffer tokens, int count) {
        int dimension = tokens.remaining() / count;
        float[] sum = new float[dimension];
        int used = pooling == Pooling.MEAN ? count : 1;
        for (int token = 0; token < used; token++) {
            for (int i = 0; i < dimension; i++) {
                sum[i] += tokens.get(token * dimension + i);
            }
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            // The session only: the environment is shared by everything in this JVM.
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model cannot be closed", e);
        }
    }
}
