package io.heed.triggers.play;

import io.heed.triggers.profile.Purpose;
import java.io.Serializable;
import java.util.List;

/**
 * What a play proposes to do.
 *
 * @param name what to do, such as explain-bill
 * @param channels the channels to do it by, best first
 * @param reachesCustomer whether the customer hears of it; consent, caps and quiet hours bind only such actions
 */
public record Action(String name, List<String> channels, boolean reachesCustomer, Purpose purpose, Autonomy autonomy)
        implements Serializable {
    /** Copies the channels and checks that there is one. */
    public Action {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("channels are empty (legal: channels: [app, sms])");
        }
    }
}
