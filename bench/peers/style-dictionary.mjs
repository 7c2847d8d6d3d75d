// Twelve files from tokens: JavaScript, declarations, and a flat JSON for each locale. SPEC OUT.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import StyleDictionary from "style-dictionary";

const [, , spec, out] = process.argv;
const catalog = JSON.parse(readFileSync(join(spec, "failure-codes.json"), "utf8"));
const locales = {
  en: Object.fromEntries(catalog.failures.map((failure) => [failure.name, failure.messages])),
  ...Object.fromEntries(
    readdirSync(join(spec, "locales")).map((file) => {
      const { locale, failures } = JSON.parse(readFileSync(join(spec, "locales", file), "utf8"));
      return [locale, failures];
    }),
  ),
};
// Braces are its references: the texts go without theirs.
const plain = (text) => text.replaceAll("{", "(").replaceAll("}", ")");
const token = (value, comment) => ({ value, ...(comment === undefined ? {} : { comment }) });
const codes = {
  code: Object.fromEntries(catalog.failures.map((failure) => [failure.name, token(failure.code, failure.description)])),
};
// One dictionary a locale, as its own example of several brands has it: its filters copy a group for each token in it.
const dictionaries = [
  {
    tokens: codes,
    files: [
      { destination: "codes.js", format: "javascript/es6" },
      { destination: "codes.d.ts", format: "typescript/es6-declarations" },
    ],
  },
  ...Object.entries(locales).map(([locale, failures]) => ({
    tokens: {
      [locale]: Object.fromEntries(
        Object.entries(failures).map(([name, messages]) => [name, token(plain(messages.detail?.text ?? ""))]),
      ),
    },
    files: [{ destination: `${locale}.json`, format: "json/flat" }],
  })),
];
for (const { tokens, files } of dictionaries) {
  const dictionary = new StyleDictionary({
    tokens,
    log: { verbosity: "silent", warnings: "disabled" },
    platforms: { all: { transforms: ["name/constant"], buildPath: `${out}/`, files } },
  });
  await dictionary.buildAllPlatforms();
}
