package io.heed.events.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelKind;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a checked tree to closures, which give what CEL's own program gives, many times faster. A part that it does
 * not cover leaves the whole expression to CEL.
 */
final class ClosureCompiler {
    private final CheckedTree tree;
    private final MacroCompiler macros;

    private ClosureCompiler(CheckedTree tree) {
        this.tree = tree;
        this.macros = new MacroCompiler(this, tree);
    }

    /** The closure of a tree, or null where some part of it is not covered. */
    static @Nullable Closure compile(CelAbstractSyntaxTree tree, CelRuntime cel) {
        try {
            return new ClosureCompiler(new CheckedTree(tree, cel)).closure(tree.getExpr());
        } catch (NotCoveredException left) {
            return null;
        }
    }

    Closure closure(CelExpr part) {
        return switch (part.getKind()) {
            case CONSTANT -> constant(CheckedTree.value(part.constant()));
            case IDENT -> name(part);
            case SELECT -> field(part.select());
            case CALL -> call(part);
            case LIST -> list(part.list());
            case COMPREHENSION -> macros.closure(part.comprehension());
            case NOT_SET, STRUCT, MAP -> throw new NotCoveredException();
        };
    }

    /** The closure of a value that is kept or compared. CEL may have an error there as a value of its own. */
    Closure plainValue(CelExpr part) {
        if (tree.mayBeError(part)) {
            throw new NotCoveredException();
        }
        return closure(part);
    }

    private Closure name(CelExpr part) {
        String name = part.ident().name();
        CelKind kind = tree.kind(part);
        if (name.startsWith(".") || !(tree.isScalar(part) || kind == CelKind.STRUCT || kind == CelKind.LIST)) {
            throw new NotCoveredException();
        }
        return names -> names.find(name);
    }

    private Closure field(CelExpr.CelSelect select) {
        if (tree.kind(select.operand()) != CelKind.STRUCT) {
            throw new NotCoveredException();
        }
        Selection selection = new Selection(closure(select.operand()), select.field());
        return select.testOnly() ? selection.presence() : selection;
    }

    private Closure call(CelExpr part) {
        String overload = tree.overload(part);
        List<CelExpr> arguments = CheckedTree.arguments(part.call());
        if (arguments.stream().allMatch(argument -> argument.getKind() == Kind.CONSTANT)) {
            return constant(tree.workedOut(part));
        }
        return switch (overload) {
            case "logical_and" -> Connective.and(parts(part, overload));
            case "logical_or" -> Connective.or(parts(part, overload));
            case "conditional" ->
                new Choice(closure(arguments.get(0)), closure(arguments.get(1)), closure(arguments.get(2)));
            case "equals" -> comparison(arguments, ComparisonOverloads::areEqual);
            case "not_equals" -> comparison(arguments, (left, right) -> !ComparisonOverloads.areEqual(left, right));
            case "in_list" ->
                new TwoArguments(
                        scalar(arguments.get(0)),
                        closure(arguments.get(1)),
                        (value, list) -> ComparisonOverloads.holds((List<?>) list, value));
            default -> function(overload, arguments);
        };
    }

    private Closure function(String overload, List<CelExpr> arguments) {
        UnaryOperator<Object> unary = UnaryOverloads.ALL.get(overload);
        if (unary != null) {
            return new OneArgument(closure(arguments.get(0)), unary);
        }
        BinaryOperator<Object> binary = BinaryOverloads.ALL.get(overload);
        if (binary != null) {
            return new TwoArguments(closure(arguments.get(0)), closure(arguments.get(1)), binary);
        }
        throw new NotCoveredException();
    }

    private Closure comparison(List<CelExpr> arguments, BinaryOperator<Object> overload) {
        return new TwoArguments(scalar(arguments.get(0)), scalar(arguments.get(1)), overload);
    }

    private Closure scalar(CelExpr part) {
        if (!tree.isScalar(part)) {
            throw new NotCoveredException();
        }
        return plainValue(part);
    }

    private Closure list(CelExpr.CelList list) {
        if (!list.optionalIndices().isEmpty()) {
            throw new NotCoveredException();
        }
        if (list.elements().stream().allMatch(element -> element.getKind() == Kind.CONSTANT)) {
            return constant(list.elements().stream()
                    .map(element -> CheckedTree.value(element.constant()))
                    .toList());
        }
        return new ListOf(list.elements().stream().map(this::plainValue).toList());
    }

    /** The parts of a chain such as {@code a && b && c}, which CEL nests. */
    private List<Closure> parts(CelExpr chain, String overload) {
        List<Closure> parts = new ArrayList<>();
        for (CelExpr part : chain.call().args()) {
            if (tree.overload(part).equals(overload)) {
                parts.addAll(parts(part, overload));
            } else {
                parts.add(closure(part));
            }
        }
        return parts;
    }

    private static Closure constant(Object value) {
        return names -> value;
    }
}
