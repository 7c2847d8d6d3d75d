import fc from "fast-check";
import { expect, test } from "vitest";
import { wrap } from "../cli/wrap.ts";
import { displayWidth } from "../core/report/display-width.ts";

test("a text is broken between words, and the lines after the first are indented", () => {
  const text = "The parcel came back after the carrier tried three times to deliver it.";
  expect(wrap(text, 44, 4)).toBe("The parcel came back after the carrier\n    tried three times to deliver it.");
});

test("law: wrapping changes nothing but white space, and no line with two words is too long", () => {
  const text = fc.array(fc.stringMatching(/^[ -~荷物が]{1,60}$/), { maxLength: 6 }).map((parts) => parts.join("\n"));
  fc.assert(
    fc.property(text, fc.integer({ min: 40, max: 90 }), fc.integer({ min: 0, max: 12 }), (words, width, indent) => {
      const wrapped = wrap(words, width, indent);
      expect(wrapped.replace(/\s+/g, "")).toBe(words.replace(/\s+/g, ""));
      for (const [index, line] of wrapped.split("\n").entries()) {
        const cells = displayWidth(line) + (index === 0 ? indent : 0);
        if (line.trim().includes(" "))
          expect(cells).toBeLessThanOrEqual(
            Math.max(width, indent + displayWidth(line.trimStart().split(" ")[0] ?? "")),
          );
      }
    }),
  );
});

test("without a terminal nothing is wrapped", () => {
  const text = "word ".repeat(500);
  expect(wrap(text, Number.POSITIVE_INFINITY)).toBe(text);
});

test("colours take no room, and empty lines hold nothing", () => {
  const text = "The parcel came back after the \u001b[33mcarrier\u001b[39m tried.\n\nTwice.";
  expect(wrap(text, 46, 4)).toBe(
    "The parcel came back after the \u001b[33mcarrier\u001b[39m\n    tried.\n\n    Twice.",
  );
});
