package io.heed.triggers.arbitration;

import io.heed.triggers.cases.Ground;
import io.heed.triggers.cases.OpenCase;
import java.util.Comparator;

/**
 * A case that may be raised now.
 *
 * @param waited whether it has waited for the end of the quiet hours
 */
public record Candidate(OpenCase proposed, Ground lead, boolean waited) {
    /** The order between causes: probability times the customer's value, the company's value, the play's name. */
    public static final Comparator<Candidate> RANK = Comparator.comparing(Candidate::lead, Ground.RANK);
}
