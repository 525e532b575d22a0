package io.heed.models.scoring;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import io.heed.events.yaml.Problems;
import io.heed.models.repository.ContractPlaces;
import io.heed.models.repository.InputKind;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelFeature;
import io.heed.models.repository.ModelOutput;
import io.heed.models.repository.ScoreKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a contract against its graph, and says what to change in which of the two. */
final class GraphCheck {
    private static final Set<OnnxJavaType> SCORES = Set.of(OnnxJavaType.FLOAT, OnnxJavaType.DOUBLE);

    private final ContractPlaces places;
    private final ModelContract contract;
    private final Map<String, NodeInfo> graphInputs;
    private final Map<String, NodeInfo> graphOutputs;
    private final Problems problems;

    GraphCheck(ModelContract contract, ContractPlaces places, OnnxSession session, Problems problems) {
        this.places = places;
        this.contract = contract;
        this.graphInputs = new TreeMap<>(session.inputs());
        this.graphOutputs = new TreeMap<>(session.outputs());
        this.problems = problems;
    }

    /** How features enter the graph, or null where the contract does not fit (then noted). */
    @Nullable
    GraphInputs inputs() {
        return contract.inputs() == InputKind.VECTOR ? vector() : columns();
    }

    /** Where the score is, or null where the contract does not fit (then noted). */
    @Nullable
    ScoreOutput output() {
        ModelOutput declared = contract.output();
        String name = declared.name() == null ? onlyScore() : declared.name();
        if (name == null) {
            return null;
        }
        NodeInfo info = graphOutputs.get(name);
        if (info == null) {
            problem("output", "output.name is not one of the graph's outputs " + shapes(graphOutputs) + ": " + name);
            return null;
        }
        if (info.getInfo() instanceof SequenceInfo sequence && sequence.isSequenceOfMaps()) {
            return maps(name, declared);
        }
        return tensor(name, info, declared);
    }

    private @Nullable GraphInputs vector() {
        if (graphInputs.size() != 1) {
            problem(
                    "inputs",
                    "inputs.kind is vector, but the graph has " + graphInputs.size() + " inputs: " + shapes(graphInputs)
                            + " (legal: inputs: {kind: columns})");
            return null;
        }
        Map.Entry<String, NodeInfo> only = graphInputs.entrySet().iterator().next();
        if (!contract.inputName().isEmpty() && !contract.inputName().equals(only.getKey())) {
            problem(
                    "inputs",
                    "inputs.name is not the graph's input: " + contract.inputName() + " (legal: name: " + only.getKey()
                            + ")");
            return null;
        }
        if (!(only.getValue().getInfo() instanceof TensorInfo info)
                || !Elements.LEGAL.contains(info.type)
                || info.getShape().length != 2) {
            problem(
                    "inputs",
                    "the graph's input is not a tensor of numbers [rows, features]: " + shapes(graphInputs)
                            + " (export the model with one float input)");
            return null;
        }
        long width = info.getShape()[1];
        if (width > 0 && width != contract.features().size()) {
            problem(
                    "features",
                    "features has " + contract.features().size() + " entries, but the graph's input takes " + width
                            + " (list exactly the features of training, in their order)");
            return null;
        }
        return new VectorInput(only.getKey(), info.type, fixedRows(info));
    }

    private @Nullable GraphInputs columns() {
        List<ColumnInputs.Column> columns = new ArrayList<>();
        int before = problems.count();
        int fixedRows = 0;
        for (ModelFeature feature : contract.features()) {
            NodeInfo node = graphInputs.get(feature.input());
            if (node == null) {
                problem(
                        "features." + feature.name(),
                        "feature has no input in the graph: " + feature.name() + " (the graph's inputs: "
                                + shapes(graphInputs) + ", legal: input: "
                                + graphInputs.keySet().iterator().next() + ")");
            } else if (!(node.getInfo() instanceof TensorInfo info) || !isColumn(info)) {
                problem(
                        "features." + feature.name(),
                        "feature's input is not a column of numbers [rows, 1]: " + feature.name() + " is "
                                + node.getInfo() + " (export the model with numeric columns)");
            } else {
                columns.add(new ColumnInputs.Column(feature.input(), info.type, info.getShape().length == 1));
                fixedRows = Math.max(fixedRows, fixedRows(info));
            }
        }
        Set<String> unread = new HashSet<>(graphInputs.keySet());
        contract.features().forEach(feature -> unread.remove(feature.input()));
        unread.stream()
                .sorted()
                .forEach(name -> problem(
                        "inputs",
                        "the graph's input is given by no feature: " + name + " (legal: {name: " + name
                                + ", definition: \"sha256:4f..\", absent: 0})"));
        return problems.count() == before ? new ColumnInputs(columns, fixedRows) : null;
    }

    private static boolean isColumn(TensorInfo info) {
        long[] shape = info.getShape();
        return Elements.LEGAL.contains(info.type)
                && (shape.length == 1 || (shape.length == 2 && (shape[1] == 1 || shape[1] == -1)));
    }

    private static int fixedRows(TensorInfo info) {
        return (int) Math.max(0, info.getShape()[0]);
    }

    /** The one output that can hold scores: maps or floats, never the label. */
    private @Nullable String onlyScore() {
        List<String> candidates = graphOutputs.entrySet().stream()
                .filter(output -> canHoldScores(output.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        problem(
                "output",
                "output.name is missing and the graph has " + candidates.size() + " outputs that can hold scores: "
                        + shapes(graphOutputs)
                        + (candidates.isEmpty()
                                ? " (export the model with its probabilities)"
                                : " (legal: output: {name: " + candidates.get(0) + "})"));
        return null;
    }

    private static boolean canHoldScores(NodeInfo output) {
        return output.getInfo() instanceof TensorInfo tensor
                ? SCORES.contains(tensor.type)
                : output.getInfo() instanceof SequenceInfo sequence && sequence.isSequenceOfMaps();
    }

    private @Nullable ScoreOutput maps(String name, ModelOutput declared) {
        if (declared.kind() == ScoreKind.LOGIT) {
            problem(
                    "output",
                    "output.kind is logit, but the graph gives probabilities by class (legal: kind: probability)");
            return null;
        }
        return new MapsOutput(name, declared.positive());
    }

    private @Nullable ScoreOutput tensor(String name, NodeInfo info, ModelOutput declared) {
        if (!(info.getInfo() instanceof TensorInfo tensor) || !SCORES.contains(tensor.type)) {
            problem(
                    "output",
                    "output.name is not an output of numbers: " + name + " (the graph's outputs: "
                            + shapes(graphOutputs) + ")");
            return null;
        }
        long[] shape = tensor.getShape();
        if (shape.length != 1 && shape.length != 2) {
            problem("output", "output is neither [rows] nor [rows, classes]: " + name + " is " + shape(info));
            return null;
        }
        boolean manyClasses = shape.length == 2 && shape[1] != 1;
        if (manyClasses && declared.column() < 0) {
            problem(
                    "output",
                    "output.class is no column number and output.classes is missing: " + declared.positive()
                            + " (legal: output: {classes: [no, yes], class: yes})");
            return null;
        }
        if (manyClasses && shape[1] > 0 && declared.column() >= shape[1]) {
            problem(
                    "output",
                    "output.class is not within 0.." + (shape[1] - 1) + ", the graph's classes: " + declared.column());
            return null;
        }
        return new TensorOutput(name, Math.max(0, declared.column()), declared.kind() == ScoreKind.LOGIT);
    }

    private void problem(String key, String problem) {
        problems.add(places.of(key), problem);
    }

    private static String shapes(Map<String, NodeInfo> nodes) {
        return nodes.entrySet().stream()
                .map(node -> node.getKey() + " " + shape(node.getValue()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String shape(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo tensor)) {
            return "map by class";
        }
        StringBuilder shape = new StringBuilder(tensor.type.toString().toLowerCase(Locale.ROOT)).append('[');
        for (int i = 0; i < tensor.getShape().length; i++) {
            long length = tensor.getShape()[i];
            shape.append(i == 0 ? "" : ", ").append(length < 0 ? "any" : String.valueOf(length));
        }
        return shape.append(']').toString();
    }
}
