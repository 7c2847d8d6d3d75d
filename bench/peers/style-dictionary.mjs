// Twelve files from one token tree: JavaScript, declarations, and a flat JSON for each locale. SPEC OUT.
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
const tokens = {
  code: Object.fromEntries(catalog.failures.map((failure) => [failure.name, token(failure.code, failure.description)])),
};
for (const [locale, failures] of Object.entries(locales)) {
  tokens[locale] = Object.fromEntries(
    Object.entries(failures).map(([name, messages]) => [name, token(plain(messages.detail?.text ?? ""))]),
  );
}
const files = [
  { destination: "codes.js", format: "javascript/es6", filter: (one) => one.path[0] === "code" },
  { destination: "codes.d.ts", format: "typescript/es6-declarations", filter: (one) => one.path[0] === "code" },
  ...Object.keys(locales).map((locale) => ({
    destination: `${locale}.json`,
    format: "json/flat",
    filter: (one) => one.path[0] === locale,
  })),
];
const dictionary = new StyleDictionary({
  tokens,
  log: { verbosity: "silent", warnings: "disabled" },
  platforms: { all: { transforms: ["name/constant"], buildPath: `${out}/`, files } },
});
await dictionary.buildAllPlatforms();
