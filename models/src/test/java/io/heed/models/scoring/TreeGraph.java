package io.heed.models.scoring;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random ensemble of trees as an ONNX graph, its protocol buffer written by hand: float32 inside, log-odds out. */
final class TreeGraph {
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_OF_ONE_WHOLE_NUMBER = 2;
    private static final int ATTRIBUTE_OF_FLOATS = 6;
    private static final int ATTRIBUTE_OF_WHOLE_NUMBERS = 7;
    private static final int ATTRIBUTE_OF_TEXTS = 8;

    private final Random random;
    private final int features;
    private final List<Long> trees = new ArrayList<>();
    private final List<Long> nodes = new ArrayList<>();
    private final List<Long> featureOfNode = new ArrayList<>();
    private final List<Long> lower = new ArrayList<>();
    private final List<Long> higher = new ArrayList<>();
    private final List<Float> splits = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNodes = new ArrayList<>();
    private final List<Float> leafValues = new ArrayList<>();

    private TreeGraph(Random random, int features) {
        this.random = random;
        this.features = features;
    }

    static byte[] random(Random random, int features, int treeCount, int depth) {
        TreeGraph graph = new TreeGraph(random, features);
        for (int tree = 0; tree < treeCount; tree++) {
            graph.grow(tree, 0, depth);
        }
        return graph.model();
    }

    /** Adds a node with all below it, children in the places of a heap. */
    private void grow(long tree, long node, int depth) {
        boolean leaf = depth == 0 || random.nextInt(5) == 0;
        trees.add(tree);
        nodes.add(node);
        featureOfNode.add(leaf ? 0L : random.nextInt(features));
        splits.add(leaf ? 0f : (float) random.nextGaussian());
        modes.add(leaf ? "LEAF" : "BRANCH_LEQ");
        lower.add(leaf ? 0L : 2 * node + 1);
        higher.add(leaf ? 0L : 2 * node + 2);
        if (leaf) {
            leafTrees.add(tree);
            leafNodes.add(node);
            leafValues.add((float) random.nextGaussian() / 3);
            return;
        }
        grow(tree, 2 * node + 1, depth - 1);
        grow(tree, 2 * node + 2, depth - 1);
    }

    private byte[] model() {
        Message node = new Message()
                .text(1, "features")
                .text(2, "log_odds")
                .text(4, "TreeEnsembleRegressor")
                .text(7, "ai.onnx.ml")
                .message(5, numbers("nodes_treeids", trees))
                .message(5, numbers("nodes_nodeids", nodes))
                .message(5, numbers("nodes_featureids", featureOfNode))
                .message(5, floats("nodes_values", splits))
                .message(5, texts("nodes_modes", modes))
                .message(5, numbers("nodes_truenodeids", lower))
                .message(5, numbers("nodes_falsenodeids", higher))
                .message(5, numbers("target_treeids", leafTrees))
                .message(5, numbers("target_nodeids", leafNodes))
                .message(
                        5,
                        numbers("target_ids", leafTrees.stream().map(tree -> 0L).toList()))
                .message(5, floats("target_weights", leafValues))
                .message(5, new Message().text(1, "n_targets").number(3, 1).number(20, ATTRIBUTE_OF_ONE_WHOLE_NUMBER));
        Message graph = new Message()
                .message(1, node)
                .text(2, "trees")
                .message(11, tensor("features", features))
                .message(12, tensor("log_odds", 1));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, 17))
                .message(8, new Message().text(1, "ai.onnx.ml").number(2, 1))
                .bytes();
    }

    private static Message tensor(String name, int columns) {
        Message rows = new Message().text(2, "rows");
        Message shape = new Message().message(1, rows).message(1, new Message().number(1, columns));
        Message type = new Message().number(1, FLOAT).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, type));
    }

    private static Message numbers(String name, List<Long> values) {
        Message attribute = new Message().text(1, name).number(20, ATTRIBUTE_OF_WHOLE_NUMBERS);
        values.forEach(value -> attribute.number(8, value));
        return attribute;
    }

    private static Message floats(String name, List<Float> values) {
        Message attribute = new Message().text(1, name).number(20, ATTRIBUTE_OF_FLOATS);
        values.forEach(value -> attribute.real(7, value));
        return attribute;
    }

    private static Message texts(String name, List<String> values) {
        Message attribute = new Message().text(1, name).number(20, ATTRIBUTE_OF_TEXTS);
        values.forEach(value -> attribute.text(9, value));
        return attribute;
    }

    /** The wire format of protocol buffers. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message real(int field, float value) {
            varint((long) field << 3 | 5);
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(value)
                    .array());
            return this;
        }

        Message text(int field, String value) {
            return part(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message part) {
            return part(field, part.bytes());
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        private Message part(int field, byte[] part) {
            varint((long) field << 3 | 2);
            varint(part.length);
            bytes.writeBytes(part);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes.write((int) (rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }
}
