/** Runs ONNX models: loads, tests, shares and closes them, and reads their scores. */
@NullMarked
package io.heed.models.scoring;

import org.jspecify.annotations.NullMarked;
