package io.heed.triggers.arbitration;

import io.heed.triggers.contract.Reason;

/**
 * Why a play is held back.
 *
 * @param detail what exactly holds it, for people
 */
public record Hold(Reason reason, String detail) {}
