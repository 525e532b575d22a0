/** The open cases of a customer, one for each cause, with the grounds on which they are open. */
@NullMarked
package io.heed.triggers.cases;

import org.jspecify.annotations.NullMarked;
