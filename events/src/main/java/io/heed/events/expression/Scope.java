package io.heed.events.expression;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.PersonalData;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The names that an expression may read, with their fields and types. */
public final class Scope {
    private final Map<String, CelType> variables = new LinkedHashMap<>();
    private final Map<String, StructType> structs = new LinkedHashMap<>();
    private final Set<String> personal = new HashSet<>();

    /** A scope without names. */
    public static Scope empty() {
        return new Scope();
    }

    /**
     * This scope with one event under a name; where it may be of several types, only the fields that all of them have
     * with the same type can be read.
     */
    public Scope withEvent(String name, Collection<EventType> types) {
        return withStruct(name, eventFields(name, types), false);
    }

    /** This scope with a list of events of one pattern stage under a name. */
    public Scope withEvents(String name, Collection<EventType> types) {
        return withStruct(name, eventFields(name, types), true);
    }

    /** This scope with a record of numbers under a name, such as {@code features}. */
    public Scope withNumbers(String name, Collection<String> fields) {
        Map<String, CelType> numbers = new TreeMap<>();
        fields.forEach(field -> numbers.put(field, SimpleType.DOUBLE));
        return withStruct(name, numbers, false);
    }

    /** This scope with a record of fields of given types under a name, such as {@code parameters}. */
    public Scope withFields(String name, Map<String, FieldType> fields) {
        Map<String, CelType> typed = new TreeMap<>();
        fields.forEach((field, type) -> typed.put(field, plainType(type)));
        return withStruct(name, typed, false);
    }

    /** This scope with a record of numbers and durations that a user may set, such as {@code parameters}. */
    public Scope withParameters(String name, Collection<String> numbers, Collection<String> durations) {
        Map<String, CelType> typed = new TreeMap<>();
        numbers.forEach(field -> typed.put(field, SimpleType.DOUBLE));
        durations.forEach(field -> typed.put(field, SimpleType.DURATION));
        return withStruct(name, typed, false);
    }

    Map<String, CelType> variables() {
        return variables;
    }

    Map<String, StructType> structs() {
        return structs;
    }

    /** Fields that may not be read, as {@code name.field}. */
    Set<String> personal() {
        return personal;
    }

    private Scope withStruct(String name, Map<String, CelType> fields, boolean list) {
        Scope scope = new Scope();
        scope.variables.putAll(variables);
        scope.structs.putAll(structs);
        scope.personal.addAll(personal);
        StructType struct = scope.struct("heed." + name, fields);
        scope.variables.put(name, list ? ListType.create(struct) : struct);
        return scope;
    }

    private StructType struct(String name, Map<String, CelType> fields) {
        ImmutableMap<String, CelType> fixed = ImmutableMap.copyOf(fields);
        StructType struct = StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fixed.get(field)));
        structs.put(name, struct);
        return struct;
    }

    private Map<String, CelType> eventFields(String name, Collection<EventType> types) {
        Map<String, CelType> common = new TreeMap<>();
        boolean first = true;
        for (EventType type : types) {
            Map<String, CelType> fields = fieldsOf(name, type);
            if (first) {
                common.putAll(fields);
            } else {
                common.entrySet().removeIf(entry -> !entry.getValue().equals(fields.get(entry.getKey())));
            }
            first = false;
        }
        List.of("id", "source", "type", "subject").forEach(field -> common.put(field, SimpleType.STRING));
        common.put("time", SimpleType.TIMESTAMP);
        return common;
    }

    private Map<String, CelType> fieldsOf(String name, EventType type) {
        Map<String, CelType> fields = new TreeMap<>();
        for (Field field : type.fields()) {
            if (field.personal() != PersonalData.NONE) {
                personal.add(name + "." + field.name());
            } else if (field.type() == FieldType.LIST) {
                fields.put(field.name(), ListType.create(recordType(field)));
            } else {
                fields.put(field.name(), plainType(field.type()));
            }
        }
        return fields;
    }

    /** The type of a list's records; lists of one layout have one type, so that several event types can be read alike. */
    private StructType recordType(Field list) {
        Map<String, CelType> fields = new TreeMap<>();
        StringBuilder name = new StringBuilder("heed.record");
        for (Field field : list.fields()) {
            if (field.personal() == PersonalData.NONE) {
                fields.put(field.name(), plainType(field.type()));
                name.append('_').append(field.name()).append('_').append(field.type());
            }
        }
        StructType known = structs.get(name.toString());
        return known == null ? struct(name.toString(), fields) : known;
    }

    private static CelType plainType(FieldType type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.DOUBLE;
            case WHOLE -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
            case TIME -> SimpleType.TIMESTAMP;
            case LIST -> throw new IllegalArgumentException("a list inside a list is not allowed");
        };
    }
}
