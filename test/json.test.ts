import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isExact } from "../core/json/number.ts";
import { maxDepth } from "../core/json/scan.ts";
import { locate, locateInside, parseJson } from "../core/json.ts";
import { plainReport } from "../core/report/plain.ts";
import { type Location, positionAt, type SourceFile } from "../core/source-file.ts";

function fileOf(text: string): SourceFile {
  return { path: "spec.json", text };
}

function codesOf(text: string): readonly string[] {
  return parseJson(fileOf(text)).diagnostics.map(({ code }) => code);
}

function written({ file, start, end }: Location): string {
  return file.text.slice(start, end);
}

describe("a number is read as it is written", () => {
  test.each(["0", "-0", "1.0", "1e3", "1E+3", "0.1", "1.50", "-12.5e-3", "9007199254740991", "1e22", "0e999999999999"])(
    "%s",
    (number) => expect(isExact(number)).toBe(true),
  );

  test.each([
    "12001.00000000000000001",
    "9007199254740993",
    "1e400",
    "-1e400",
    "1e-400",
    "0.1000000000000000055511151",
  ])("not %s", (number) => expect(isExact(number)).toBe(false));

  test("whatever JSON.stringify writes is exact", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => isExact(JSON.stringify(number))),
    );
  });

  test("a safe integer in another notation is no mistake", () => {
    expect(codesOf('{ "code": 1e3, "other": 12001.0, "third": 1234567890123456e-1 }')).toEqual([]);
  });
});

describe("locate", () => {
  const file = fileOf(
    '{\n  "title": "A \\"card\\" \\ud83d\\udce6 lost",\n  "list": [1, { "x": [] }],\n  "x": 1, "x": { "y": 2 }\n}',
  );

  test("a value, its key and its head", () => {
    expect(written(locate(file, ["list"], "value"))).toBe('[1, { "x": [] }]');
    expect(written(locate(file, ["list"], "head"))).toBe("[");
    expect(written(locate(file, ["list"], "key"))).toBe('"list"');
    expect(written(locate(file, ["title"]))).toBe('"A \\"card\\" \\ud83d\\udce6 lost"');
    expect(written(locate(file, ["list", 1, "x"], "value"))).toBe("[]");
  });

  test("of equal keys the last one, whose value JSON.parse keeps", () => {
    expect(written(locate(file, ["x", "y"]))).toBe("2");
  });

  test("what is not written is at the head of what it would stand in", () => {
    expect(positionAt(file, locate(file, ["list", 1, "nothing", 3, "at all"]).start)).toEqual({ line: 3, column: 15 });
    expect(written(locate(file, ["nothing"], "key"))).toBe("{");
    expect(written(locate(file, ["title", "text"], "value"))).toBe('"A \\"card\\" \\ud83d\\udce6 lost"');
    expect(locate(fileOf(""), ["nothing"])).toMatchObject({ start: 0, end: 0 });
  });

  test("a stretch of a text, with its escapes", () => {
    expect(written(locateInside(file, ["title"], 2, 8))).toBe('\\"card\\"');
    expect(written(locateInside(file, ["title"], 9, 11))).toBe("\\ud83d\\udce6");
    expect(written(locateInside(file, ["title"], 12, 16))).toBe("lost");
  });

  test("any value is found again where it is written", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, 4), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        for (const [path, inner] of pathsOf(value)) {
          expect(JSON.parse(written(locate(fileOf(text), path, "value")))).toEqual(JSON.parse(JSON.stringify(inner)));
        }
      }),
      { numRuns: 50 },
    );
  });
});

function* pathsOf(value: unknown, path: readonly (string | number)[] = []): Iterable<[typeof path, unknown]> {
  yield [path, value];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* pathsOf(inner, [...path, key]);
  }
}

describe("parseJson", () => {
  test(`${maxDepth} levels are read, one more is not`, () => {
    const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
    expect(codesOf(nested(maxDepth))).toEqual([]);
    expect(codesOf(nested(maxDepth + 1))).toEqual(["FC1005"]);
    expect(codesOf(`"${nested(maxDepth + 1)}"`)).toEqual([]);
  });

  test.each(["[", '{"a":', '[{"a":[', '{"a":{"b":'])("a hundred thousand times %s", (opening) => {
    expect(codesOf(opening.repeat(100_000))).toEqual(["FC1005"]);
  });

  test("brackets in a broken text are not taken for depth", () => {
    expect(codesOf(`{ "a": "b, "c": "${"[".repeat(200)}" }`)).not.toContain("FC1005");
  });

  test("equal keys are found at any depth and behind any escape", () => {
    expect(codesOf('[{ "a": { "b": 1, "b" : 2 } }, { "\\u0061": 1, "a": 2, "a": 3 }]')).toEqual([
      "FC1006",
      "FC1006",
      "FC1006",
    ]);
    expect(codesOf('{ "a\\":": 1, "b": "\\\\" , "c": "\\\\\\":" }')).toEqual([]);
  });

  test("what JSON.parse reads without loss has no mistakes, whatever its white space", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("", " ", "\t", "\r\n "), (value, space) => {
        const text = JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${space}`);
        const { value: read, diagnostics } = parseJson(fileOf(text));
        const serious = diagnostics.filter(({ code }) => code !== "FC1007" && code !== "FC1009");
        expect(plainReport(serious)).toBe("");
        expect(read).toEqual(JSON.parse(text));
      }),
    );
  });

  test("a text is reported as broken exactly where JSON.parse refuses it", () => {
    const pieces = fc.constantFrom(
      ..."{}[]:,'\"\\ \n\t/*0123456789.eE+-tfn",
      "true",
      "null",
      '"card"',
      "//",
      "\\u12",
      "\u2028",
      "é",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        const broken = codesOf(candidate).includes("FC1001");
        expect(broken).toBe(!isJson(candidate));
      }),
      { numRuns: 3000 },
    );
  });

  test("one slip in a file is one mistake", () => {
    const whole = '{\n  "name": "cards",\n  "list": [1, 2, { "a": "b" }],\n  "title": "Cards"\n}';
    for (const [wrong, right] of [
      ['"cards",', '"cards"'],
      ["1, 2", "1 2"],
      ['"a": "b"', '"a" "b"'],
      ['"a": "b"', 'a: "b"'],
      ['"title": "Cards"', '"title": "Cards",'],
      ['"title": "Cards"', '"title": "Cards'],
      ['"title": "Cards"', 'title": "Cards"'],
      ["}],", "],"],
      ["}],", "},"],
      ['"b" }', '"b" /* why */ }'],
      ['"b"', "'b'"],
      ['"b"', "undefined"],
      ['"title"', ', "title"'],
    ] as const) {
      const text = whole.replace(wrong, right);
      expect([text, codesOf(text)]).toEqual([text, ["FC1001"]]);
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
