package io.heed.events.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What CEL's checker found out about the parts of an expression. */
record CheckedTree(CelAbstractSyntaxTree tree, CelRuntime cel) {
    private static final Set<CelKind> SCALARS =
            EnumSet.of(CelKind.STRING, CelKind.DOUBLE, CelKind.INT, CelKind.BOOL, CelKind.TIMESTAMP, CelKind.DURATION);

    /** The name of the one overload that a call was resolved to, or "" for anything else. */
    String overload(CelExpr part) {
        CelReference reference = tree.getReferenceMap().get(part.id());
        return part.getKind() == Kind.CALL
                        && reference != null
                        && reference.overloadIds().size() == 1
                ? reference.overloadIds().get(0)
                : "";
    }

    /** What sort of type a part is of. */
    CelKind kind(CelExpr part) {
        return tree.getType(part.id()).orElseThrow(NotCoveredException::new).kind();
    }

    /** Whether a part is of a type whose values are equal where Java's are. */
    boolean isScalar(CelExpr part) {
        return SCALARS.contains(kind(part));
    }

    /** Whether CEL may have an error as the value of a part, which some of its functions then take for a plain value. */
    boolean mayBeError(CelExpr part) {
        if (part.getKind() == Kind.COMPREHENSION) {
            return kind(part) == CelKind.BOOL;
        }
        return switch (overload(part)) {
            case "logical_and", "logical_or" -> true;
            case "conditional" -> part.call().args().stream().skip(1).anyMatch(this::mayBeError);
            default -> false;
        };
    }

    /** The value of a call that reads no names, such as {@code duration("1h")}. */
    Object workedOut(CelExpr part) {
        try {
            Object value = cel.createProgram(CelAbstractSyntaxTree.newCheckedAst(
                            part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()))
                    .eval();
            if (isScalar(part)) {
                return value;
            }
        } catch (CelEvaluationException unusable) {
            throw new NotCoveredException();
        }
        throw new NotCoveredException();
    }

    /** The value of a literal. */
    static Object value(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> constant.stringValue();
            case DOUBLE_VALUE -> constant.doubleValue();
            case INT64_VALUE -> constant.int64Value();
            case BOOLEAN_VALUE -> constant.booleanValue();
            default -> throw new NotCoveredException();
        };
    }

    /** The arguments of a call, beginning with the value that it is called on. */
    static List<CelExpr> arguments(CelExpr.CelCall call) {
        List<CelExpr> arguments = new ArrayList<>();
        call.target().ifPresent(arguments::add);
        arguments.addAll(call.args());
        return arguments;
    }
}
