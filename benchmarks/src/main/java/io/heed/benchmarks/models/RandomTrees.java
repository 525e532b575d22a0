package io.heed.benchmarks.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An ONNX graph of random trees of one depth, with a logistic at its end: what boosting gives, without its training. The
 * operator is TreeEnsembleRegressor of ai.onnx.ml, version 3.
 */
final class RandomTrees {
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_OF_FLOATS = 6;
    private static final int ATTRIBUTE_OF_NUMBERS = 7;
    private static final int ATTRIBUTE_OF_TEXTS = 8;
    private static final int ATTRIBUTE_OF_TEXT = 3;
    private static final int ATTRIBUTE_OF_NUMBER = 2;

    private final Random random;
    private final int features;
    private final List<Long> treeIds = new ArrayList<>();
    private final List<Long> nodeIds = new ArrayList<>();
    private final List<Long> featureIds = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Long> trueIds = new ArrayList<>();
    private final List<Long> falseIds = new ArrayList<>();
    private final List<Long> targetTreeIds = new ArrayList<>();
    private final List<Long> targetNodeIds = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();

    private RandomTrees(int features, long seed) {
        this.features = features;
        this.random = new Random(seed);
    }

    /**
     * The bytes of a graph from {@code float[rows, features]} to {@code float[rows, 1]}.
     *
     * @param highest thresholds lie between 0 and this
     */
    static byte[] graph(int trees, int depth, int features, double highest, long seed) {
        RandomTrees made = new RandomTrees(features, seed);
        for (int tree = 0; tree < trees; tree++) {
            made.grow(tree, depth, highest);
        }
        return made.model().toBytes();
    }

    /** A full tree, node n with its children at 2n + 1 and 2n + 2. */
    private void grow(int tree, int depth, double highest) {
        int inner = (1 << depth) - 1;
        for (int node = 0; node < 2 * inner + 1; node++) {
            boolean leaf = node >= inner;
            treeIds.add((long) tree);
            nodeIds.add((long) node);
            featureIds.add(leaf ? 0L : random.nextInt(features));
            values.add(leaf ? 0f : (float) (random.nextDouble() * highest));
            modes.add(leaf ? "LEAF" : "BRANCH_LEQ");
            trueIds.add(leaf ? 0L : 2L * node + 1);
            falseIds.add(leaf ? 0L : 2L * node + 2);
            if (leaf) {
                targetTreeIds.add((long) tree);
                targetNodeIds.add((long) node);
                weights.add((float) (random.nextGaussian() * 0.1));
            }
        }
    }

    private Protobuf model() {
        Protobuf graph = new Protobuf()
                .message(1, node())
                .text(2, "trees")
                .message(11, tensor("features", features))
                .message(12, tensor("probability", 1));
        return new Protobuf()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Protobuf().text(1, "").number(2, 17))
                .message(8, new Protobuf().text(1, "ai.onnx.ml").number(2, 3));
    }

    private Protobuf node() {
        List<Long> targets = new ArrayList<>();
        weights.forEach(weight -> targets.add(0L));
        return new Protobuf()
                .text(1, "features")
                .text(2, "probability")
                .text(4, "TreeEnsembleRegressor")
                .message(5, numbers("nodes_treeids", treeIds))
                .message(5, numbers("nodes_nodeids", nodeIds))
                .message(5, numbers("nodes_featureids", featureIds))
                .message(5, floats("nodes_values", values))
                .message(5, attribute("nodes_modes", ATTRIBUTE_OF_TEXTS).texts(9, modes))
                .message(5, numbers("nodes_truenodeids", trueIds))
                .message(5, numbers("nodes_falsenodeids", falseIds))
                .message(5, numbers("target_treeids", targetTreeIds))
                .message(5, numbers("target_nodeids", targetNodeIds))
                .message(5, numbers("target_ids", targets))
                .message(5, floats("target_weights", weights))
                .message(5, attribute("n_targets", ATTRIBUTE_OF_NUMBER).number(3, 1))
                .message(5, attribute("post_transform", ATTRIBUTE_OF_TEXT).text(4, "LOGISTIC"))
                .text(7, "ai.onnx.ml");
    }

    private static Protobuf numbers(String name, List<Long> values) {
        return attribute(name, ATTRIBUTE_OF_NUMBERS).numbers(8, values);
    }

    private static Protobuf floats(String name, List<Float> values) {
        return attribute(name, ATTRIBUTE_OF_FLOATS).floats(7, values);
    }

    private static Protobuf attribute(String name, int type) {
        return new Protobuf().text(1, name).number(20, type);
    }

    private static Protobuf tensor(String name, int width) {
        Protobuf shape =
                new Protobuf().message(1, new Protobuf().text(2, "rows")).message(1, new Protobuf().number(1, width));
        Protobuf type = new Protobuf().number(1, FLOAT).message(2, shape);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, type));
    }
}
