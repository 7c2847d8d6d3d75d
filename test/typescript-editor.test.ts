import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogFixture } from "./catalog-fixture.ts";
import { consumerSettings, installPackage, temporaryFolder, writeFiles } from "./typescript-package.ts";

const folder = temporaryFolder(afterAll);
const consumer = `import { FailureCode } from "@web-shop/order-failures";
import { classifier } from "@web-shop/order-failures/classify";
import { CARD_DECLINED, CARD_DELCINED, CHEQUE_BOUNCED } from "@web-shop/order-failures/codes";
import { cardNetwork } from "@web-shop/order-failures/sources/card-network";

export const members = [FailureCode.CARD_DECLINED, FailureCode.CARD_DELCINED, FailureCode.CHEQUE_BOUNCED];
export const constants = [CARD_DECLINED, CARD_DELCINED, CHEQUE_BOUNCED];
export const classified = classifier(cardNetwork)({ source: "cards", code: 5 }).outcome;
`;

/** The editor's side of the compiler, with one file open. */
function languageService(file: string): ts.LanguageService {
  const settings = consumerSettings("nodenext");
  return ts.createLanguageService({
    getCompilationSettings: () => settings,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
  });
}

describe.each(["enum", "const"] as const)("an editor shows a consumer of style %s", (style) => {
  const file = join(folder, style, "consumer.ts");
  let service: ts.LanguageService;

  beforeAll(async () => {
    await installPackage(join(folder, style), catalogFixture("shop"), { style });
    const files = new Map([
      ["package.json", '{ "type": "module" }\n'],
      ["consumer.ts", consumer],
    ]);
    writeFiles(join(folder, style), files);
    service = languageService(file);
  });

  function hover(use: string): { readonly text: string; readonly tags: readonly string[] } {
    const info = service.getQuickInfoAtPosition(file, consumer.lastIndexOf(use) + use.length - 1);
    return { text: ts.displayPartsToString(info?.documentation), tags: (info?.tags ?? []).map(({ name }) => name) };
  }

  it.each(["FailureCode.CARD_DECLINED", "[CARD_DECLINED"])("the documentation of %s", (use) => {
    expect(hover(use)).toEqual({ text: expect.stringContaining("Card declined"), tags: [] });
  });

  it.each(["FailureCode.CARD_DELCINED", ", CARD_DELCINED"])("the documentation of %s, with its end", (use) => {
    expect(hover(use)).toEqual({ text: expect.stringContaining("Card declined"), tags: ["deprecated"] });
  });

  it.each([
    ["classifier", "Makes a function that says what a platform's error means"],
    ["(cardNetwork", "**Card network**\n\nThe bank behind the card, or the network between, refused the payment."],
    ["source", "The name of its source, or an alias"],
  ])("the documentation of %s, of sources", (use, text) => {
    expect(hover(use)).toEqual({ text: expect.stringContaining(text), tags: [] });
  });

  it("what is deprecated struck through, and nothing else", () => {
    const struck = service
      .getSuggestionDiagnostics(file)
      .filter(({ reportsDeprecated }) => reportsDeprecated !== undefined)
      .map(({ start, length }) => consumer.slice(start, start + length));
    expect(new Set(struck)).toEqual(new Set(["CARD_DELCINED", "CHEQUE_BOUNCED"]));
    expect(struck).toHaveLength(6);
    expect(service.getSemanticDiagnostics(file)).toEqual([]);
  });
});
