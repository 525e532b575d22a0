package io.heed.benchmarks.language;

import java.util.function.ObjIntConsumer;

/**
 * A piece of the work on a message.
 *
 * @param work does it for a message, given with its number
 */
record Stage(String name, ObjIntConsumer<String> work) {}
