package io.heed.jobs.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.models.label.TrainingRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which customers a model learns from and which it is tested on, by a hash of the customer, the same in every export.
 *
 * @param testShare the share of customers to test on, 0 to 1
 */
public record CustomerSplit(double testShare) implements Split {
    /** Checks the share. */
    public CustomerSplit {
        Split.checkShare(testShare);
    }

    @Override
    public String of(TrainingRow row) {
        return of(row.customer());
    }

    @Override
    public void describe(ObjectNode manifest) {
        manifest.putObject("split").put("rule", "customer").put("testShare", testShare);
    }

    /** The customer's part. */
    public String of(String customer) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("split/" + customer).getBytes(StandardCharsets.UTF_8));
            double place = (ByteBuffer.wrap(hash).getInt() & 0xffff_ffffL) / 4_294_967_296.0;
            return place < testShare ? TEST : TRAIN;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
