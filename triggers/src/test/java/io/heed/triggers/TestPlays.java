package io.heed.triggers;

/** Plays for tests, as YAML. */
public final class TestPlays {
    /** No quiet hours, no caps, nobody in the control group. */
    public static final String FREE_POLICY = """
            policy:
              time-zone: UTC
              quiet-hours: {from: "00:00", until: "00:00"}
              contact-caps: []
            """;

    /** A service play that a care agent acts on: cause billing, worth 0.5 x 20. */
    public static final String EXPLAIN_BILL = """
              explain-bill:
                version: 2
                description: Explains a bill that is higher than usual.
                cause: billing
                signal: {pattern: spike}
                when: bill.charges > 50.0
                action: explain-bill
                channels: [agent-desktop]
                reaches-customer: false
                purpose: service
                autonomy: inform
                value: {customer: 20, business: 5}
                probability: 0.5
                cool-down: 14d
                expires: 3d
                reasons:
                  - code: plan-changed
                    when: features.plan_changes_35d > 0.0
                    sentence: "The bill of {bill.charges:0.00} USD is higher since the plan changed."
                  - code: bill-higher
                    sentence: "The bill of {bill.charges:0.00} USD is {features.bill_ratio:0.0|well} times the usual one."
                evidence: {bill: [bill, charges]}
                clears-when:
                  - events: [bill.corrected]
                    where: event.replaces == bill.bill
                    because: the bill was corrected
            """;

    /** A play of the same cause that is worth more: 0.9 x 40. */
    public static final String RESCUE_PAYMENT = """
              rescue-payment:
                description: Helps with a payment that failed.
                cause: billing
                signal: {pattern: declined}
                action: offer-other-card
                channels: [agent-desktop]
                reaches-customer: false
                purpose: service
                autonomy: approve
                value: {customer: 40, business: 30}
                probability: 0.9
                cool-down: 7d
                expires: 2d
                urgency: high
                reasons:
                  - {code: payment-failed, sentence: "The payment of {payment.amount:0.00} USD failed."}
                clears-when:
                  - events: [payment.made]
                    where: event.account == payment.account
                    because: the bill was paid
            """;

    /** Advice that reaches the customer: cause cart, worth 0.5 x 10. */
    public static final String ADVISE_CART = """
              advise-cart:
                description: Helps to finish a purchase.
                cause: cart
                signal: {pattern: cart}
                action: send-help
                channels: [app, sms]
                reaches-customer: true
                purpose: advice
                autonomy: auto
                value: {customer: 10, business: 8}
                probability: 0.5
                cool-down: 1d
                expires: 12h
                reasons:
                  - {code: cart-left, sentence: "A cart of {cart.amount:0.00} USD was left."}
                message:
                  template: cart-help
                  parameters:
                    amount: {type: number, unit: USD, value: cart.amount}
                clears-when:
                  - {events: [cart.abandoned], where: event.cart != cart.cart, because: another cart was left}
            """;

    /** The same for a service message: cause form, worth 0.4 x 30. */
    public static final String FIX_FORM = """
              fix-form:
                description: Does for the customer what the form did not.
                cause: form
                signal: {pattern: form}
                when: form.reason != "validation"
                action: finish-form
                channels: [app, sms]
                reaches-customer: true
                purpose: service
                autonomy: auto
                value: {customer: 30, business: 2}
                probability: 0.4
                cool-down: 1d
                expires: 2d
                reasons:
                  - {code: form-broke, sentence: "The form {form.form} broke."}
                message: {template: form-done}
            """;

    /** A play that a score starts: cause repeat-contact, worth its score x 20. */
    public static final String CALL_BACK = """
              call-back:
                description: Calls before the customer has to call again.
                cause: repeat-contact
                signal: {model: repeat-contact}
                action: call-back
                channels: [agent-desktop]
                reaches-customer: false
                purpose: service
                autonomy: approve
                value: {customer: 20, business: 10}
                probability: prediction.score
                cool-down: 2d
                expires: 24h
                reasons:
                  - {code: likely-to-return, sentence: "Will contact us again with a probability of {prediction.score:0%}."}
            """;

    /** The play that is updated, withdrawn and expired by what becomes known of a call. */
    public static final String CALL_AFTER_CHAT = """
              call-after-chat:
                description: Tells the care agent what the chat was about.
                cause: unresolved-chat
                signal: {pattern: chat-then-call}
                action: brief-agent
                channels: [agent-desktop]
                reaches-customer: false
                purpose: service
                autonomy: inform
                value: {customer: 25, business: 10}
                probability: 0.7
                cool-down: 0s
                expires: 4h
                urgency: high
                reasons:
                  - {code: chat-unresolved, sentence: "Calls after a chat about {chat.topic|an unknown topic} that was not resolved."}
                evidence: {chat: [topic], call: [conversation]}
                clears-when:
                  - events: [call.connected]
                    where: event.conversation == call.conversation && event.topic != chat.topic
                    because: the call is about something else
                updates-when:
                  - events: [call.connected]
                    where: event.conversation == call.conversation && event.topic == chat.topic
                    because: the call is about the same topic
                    urgency: urgent
                    reason: {code: same-topic, sentence: "The call is about {event.topic} again, as the chat was."}
                expires-when:
                  - events: [call.ended, call.abandoned]
                    where: event.conversation == call.conversation
                    because: the call ended
            """;

    private TestPlays() {}

    /** A file with a policy that holds nothing back and some plays. */
    public static String file(String... plays) {
        return FREE_POLICY + "plays:\n" + String.join("", plays);
    }

    /** A file with a policy and some plays. */
    public static String withPolicy(String policy, String... plays) {
        return policy + "plays:\n" + String.join("", plays);
    }
}
