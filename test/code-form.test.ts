import { assert, constantFrom, property, stringMatching, subarray, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodeForm } from "../core/catalog.ts";
import { codeValue, enhancedStatus, normalCode, takesCode } from "../core/sources/code-form.ts";

const forms: readonly CodeForm[] = ["number", "enhanced-status", "word"];
const anyForms = subarray([...forms]).chain((chosen) => constantFrom(chosen, [...chosen].reverse()));
const codeLike = stringMatching(/^[0-9a-fxX.]{0,18}$/);

describe("a code", () => {
  test.each<[readonly CodeForm[], string | number, string]>([
    [["number"], "131047", "131047"],
    [["number"], 131047, "131047"],
    [["number"], "007", "7"],
    [["number"], "000", "0"],
    [["number"], "0x1F", "31"],
    [["number"], "0X001f", "31"],
    [["number"], "0x0000000000000000000B", "11"],
    [["number"], "0x1fffffffffffff", "0x1fffffffffffff"],
    [["number"], "00012345678901234567890123456789", "12345678901234567890123456789"],
    [["number"], "0x", "0x"],
    [["number"], "0xFG", "0xFG"],
    [["number"], "-1", "-1"],
    [["number"], "", ""],
    [["number"], " 7", " 7"],
    [["number"], 7.5, "7.5"],
    [["number"], -0, "0"],
    [["number"], Number.NaN, "NaN"],
    [["number"], "٧", "٧"],
    [["number"], "UNDELIV", "UNDELIV"],
    [["enhanced-status", "number"], "5.1.1", "5.1.1"],
    [["enhanced-status", "number"], "05.01.010", "5.1.10"],
    [["enhanced-status", "number"], "0550", "550"],
    [["enhanced-status"], "0550", "0550"],
    [["enhanced-status"], "5.1", "5.1"],
    [["enhanced-status"], "5.1.1.1", "5.1.1.1"],
    [["enhanced-status"], "5..1", "5..1"],
    [["enhanced-status"], ".1.1", ".1.1"],
    [["word"], "007", "007"],
    [["number", "word"], "007", "7"],
    [["number", "word"], "SRVC_BAD_DATA", "SRVC_BAD_DATA"],
    [[], "007", "007"],
  ])("in the forms %j, %j is %j", (chosen, code, normal) => {
    expect(normalCode(chosen, code)).toBe(normal);
  });

  test("is normal already once it was made so", () => {
    assert(
      property(anyForms, codeLike, (chosen, code) => {
        const normal = normalCode(chosen, code);
        expect(normalCode(chosen, normal)).toBe(normal);
      }),
    );
  });

  test("is the same with more zeros before each of its numbers, and in hexadecimal", () => {
    const zeros = stringMatching(/^0{0,5}$/);
    assert(
      property(tuple(zeros, zeros, zeros), stringMatching(/^[1-9][0-9]{0,8}$/), ([a, b, c], digits) => {
        expect(normalCode(["number"], `${a}${digits}`)).toBe(digits);
        expect(normalCode(["number"], `0x${b}${Number(digits).toString(16)}`)).toBe(digits);
        expect(normalCode(["enhanced-status"], `${a}5.${b}1.${c}${digits}`)).toBe(`5.1.${digits}`);
      }),
    );
  });

  test("that no form takes stays as it is written", () => {
    assert(
      property(anyForms, codeLike, (chosen, code) => {
        if (!takesCode(chosen, code)) expect(normalCode(chosen, code)).toBe(code);
      }),
    );
  });
});

test.each([
  ["0", 0],
  ["131047", 131047],
  ["9007199254740991", 9007199254740991],
  ["9007199254740992", undefined],
  ["99999999999999999999", undefined],
  ["007", undefined],
  ["5.1.1", undefined],
  ["", undefined],
  ["UNDELIV", undefined],
])("the value of the code %j is %j", (code, value) => {
  expect(codeValue(code)).toBe(value);
});

test.each([
  ["5.1.10", { class: "5", subject: "1", detail: "10" }],
  ["5.1", undefined],
  ["5.1.1.1", undefined],
  ["5.1.", undefined],
  ["550", undefined],
])("the parts of the code %j are %j", (code, parts) => {
  expect(enhancedStatus(code)).toEqual(parts);
});
