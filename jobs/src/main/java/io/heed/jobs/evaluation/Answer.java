package io.heed.jobs.evaluation;

import java.util.List;

/**
 * What one play answers.
 *
 * @param causes the causes of which an open episode makes its trigger right
 * @param scope which of their episodes it could find
 */
record Answer(List<String> causes, Scope scope) {
    /** Copies the causes. */
    Answer {
        causes = List.copyOf(causes);
    }
}
