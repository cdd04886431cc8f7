import { expect, it } from "vitest";
import { lackingInPin } from "./pins";

const policy = { shortest_pin: 6, passphrases: true, shortest_passphrase: 10, lock_after_minutes: 10 };

it("digits are a PIN and everything else is a passphrase where the profile takes one", () => {
  expect(lackingInPin("12345", policy)).toBe("error-pin_short");
  expect(lackingInPin("", policy)).toBe("error-pin_short");
  expect(lackingInPin("123456", policy)).toBeNull();
  expect(lackingInPin("lagon", policy)).toBe("error-sign_in_passphrase_short");
  expect(lackingInPin("lagon filao", policy)).toBeNull();
  expect(lackingInPin("lagon filao", { ...policy, passphrases: false })).toBe("error-pin_not_digits");
});
