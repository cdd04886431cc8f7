// What the profile takes as a PIN or passphrase, said before it is sent. The program checks it again.

import type { SignInView } from "../bindings/SignInView";

/** The text that says what is wrong with a choice; null where it is taken. Digits alone are a PIN. */
export function lackingInPin(chosen: string, policy: SignInView): string | null {
  const characters = Array.from(chosen).length;
  if (/^[0-9]*$/.test(chosen)) return characters < policy.shortest_pin ? "error-pin_short" : null;
  if (!policy.passphrases) return "error-pin_not_digits";
  return characters < policy.shortest_passphrase ? "error-sign_in_passphrase_short" : null;
}
