/** Reads the model repository: versions with their contracts, baselines and examples, and who serves. */
@NullMarked
package io.heed.models.repository;

import org.jspecify.annotations.NullMarked;
