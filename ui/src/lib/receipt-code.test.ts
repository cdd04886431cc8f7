import { expect, it } from "vitest";
import { isReceiptCode, receiptCode } from "./receipt-code.svelte";

it("what a scanner types is known as a receipt from its first letters, whatever the keyboard made of them", () => {
  expect([isReceiptCode("GC1:6BF+70"), isReceiptCode(" gc1:6bf"), isReceiptCode("GC"), isReceiptCode("a GC1:")]).toEqual([true, true, false, false]);
});

it("a text that was left is taken once", () => {
  receiptCode.leave("GC1:6BF");
  expect([receiptCode.take(), receiptCode.take()]).toEqual(["GC1:6BF", ""]);
});
