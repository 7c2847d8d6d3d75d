import { expect, test } from "vitest";
import { largestStep, nextVersion, saysStep } from "../core/evolution/next-version.ts";

test.each([
  ["1.2.3", "none", "1.2.3"],
  ["1.2.3", "patch", "1.2.4"],
  ["1.2.3", "minor", "1.3.0"],
  ["1.2.3", "major", "2.0.0"],
  ["0.2.3", "patch", "0.2.4"],
  ["0.2.3", "minor", "0.2.4"],
  ["0.2.3", "major", "0.3.0"],
  ["2.0.0-rc.1", "major", "2.0.0"],
  ["9007199254740993.0.0", "major", "9007199254740994.0.0"],
] as const)("after %s, a step of %s is %s", (version, step, next) => {
  expect(nextVersion(version, step)).toBe(next);
  expect(saysStep(version, next, step)).toBe(true);
});

test.each([
  ["1.2.3", "1.2.3", "none", true],
  ["1.2.3", "1.2.2", "none", false],
  ["1.2.3", "1.2.3", "patch", false],
  ["1.2.3", "1.2.4", "minor", false],
  ["1.2.3", "1.10.0", "minor", true],
  ["1.2.3", "2.0.0-rc.1", "major", true],
  ["1.2.3", "1.3.0-rc.1", "major", false],
  ["2.0.0-rc.1", "2.0.0-rc.2", "major", true],
  ["2.0.0-rc.2", "2.0.0-rc.1", "patch", false],
  ["0.9.0", "0.10.0", "major", true],
  ["0.9.0", "0.9.1", "major", false],
] as const)("from %s to %s says a step of %s: %s", (before, after, step, says) => {
  expect(saysStep(before, after, step)).toBe(says);
});

test("the largest step counts", () => {
  expect(largestStep([])).toBe("none");
  expect(largestStep(["patch", "none", "minor"])).toBe("minor");
  expect(largestStep(["minor", "major"])).toBe("major");
});
