import { expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import { loadTemplates } from "../cli/template-standing.ts";
import { loadConfiguration } from "../core/configuration.ts";
import { textOf } from "../core/content.ts";
import { ejectedText, ejectionOf, standingOf } from "../core/template/ejection.ts";
import { builtInTarget } from "../generators/index.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { testKit } from "./golden.ts";

const configured = loadConfiguration(undefined);
if (!configured.ok) throw new Error("Without a configuration there are no mistakes in it.");
const sets = await loadTemplates(configured.value);

/** All files that a target makes with templates of a user. */
async function filesWith(
  target: string,
  own: ReadonlyMap<string, string>,
): Promise<readonly (readonly [string, string])[]> {
  const templates = new Map([...own].map(([name, text]) => [name, { path: `spec/templates/${name}`, text }]));
  const outcome = await builtInTarget(target as "docs", {}).generate(catalogFixture("shop"), { ...testKit, templates });
  expect(outcome.diagnostics).toEqual([]);
  if (!outcome.ok) throw new Error("The templates have mistakes.");
  return [...outcome.value].map(({ path, content }) => [path, textOf(content)] as const);
}

for (const {
  folder: { folder },
  sources,
} of sets) {
  const ejected = new Map(
    Object.entries(sources).map(([name, text]) => [
      `${folder}/${name}.hbs`,
      ejectedText(`${folder}/${name}.hbs`, text, "1.0.0", sha256),
    ]),
  );
  const before = filesWith(folder, new Map());

  for (const [name, text] of ejected) {
    test(`${name}, ejected, changes no byte of any file`, async () => {
      expect(await filesWith(folder, new Map([[name, text]]))).toEqual(await before);
    });
  }

  test(`${folder}: all templates, ejected, change no byte of any file`, async () => {
    expect(await filesWith(folder, ejected)).toEqual(await before);
  });
}

const builtIn = "# {{title}}\n";
const name = "docs/parcel.hbs";
const mine = ejectedText(name, builtIn, "1.0.0", sha256);

test("an ejected template says what it is from", () => {
  expect(ejectionOf(mine)).toMatchObject({ from: name, version: "1.0.0" });
  expect(mine.slice(ejectionOf(mine)?.length)).toBe(builtIn);
  expect(ejectionOf(builtIn)).toBeUndefined();
});

const standings: readonly (readonly [string, string, string, object])[] = [
  ["as it was ejected", mine, builtIn, { isSame: true, isChanged: false, isOutdated: false }],
  [
    "with line ends of Windows",
    mine.replaceAll("\n", "\r\n"),
    builtIn,
    { isSame: true, isChanged: false, isOutdated: false },
  ],
  ["behind a byte-order mark", `\uFEFF${mine}`, builtIn, { isSame: true, isChanged: false, isOutdated: false }],
  ["changed", `${mine}Van\n`, builtIn, { isSame: false, isChanged: true, isOutdated: false }],
  ["with another built-in one", mine, "## {{title}}\n", { isSame: false, isChanged: false, isOutdated: true }],
  [
    "changed, with another built-in one",
    `${mine}Van\n`,
    "## {{title}}\n",
    { isSame: false, isChanged: true, isOutdated: true },
  ],
  [
    "mended to what the built-in one says now",
    mine.replace("\n#", "\n##"),
    "## {{title}}\n",
    { isSame: true, isOutdated: false },
  ],
  [
    "written by hand",
    "# Parcel\n",
    builtIn,
    { ejection: undefined, isSame: false, isChanged: undefined, isOutdated: undefined },
  ],
  [
    "ejected from another one",
    ejectedText("docs/card.hbs", builtIn, "1.0.0", sha256),
    builtIn,
    { ejection: undefined, isSame: true, isOutdated: undefined },
  ],
];

test.each(standings)("a template of one's own, %s", (_how, own, now, expected) => {
  expect(standingOf(name, own, now, sha256)).toMatchObject(expected);
});
