import type { configurationDiagnostics } from "../configuration-diagnostics.ts";
import type { Explanation } from "../explanation.ts";

/** What the FC4… diagnostics mean. */
export const configurationExplanations: Readonly<Record<keyof typeof configurationDiagnostics, Explanation>> = {
  FC4001: {
    meaning:
      "A setting of failcodes.config.json holds a value of a type it cannot have. The editor shows the type of every " +
      "setting when the file names its schema in $schema.",
    language: "json",
    wrong: '{ "output": ["generated"] }',
    right: '{ "output": "generated" }',
  },
  FC4002: {
    meaning:
      "failcodes.config.json, or the options of a target in it, has a property that failcodes does not know. A " +
      "misspelt setting would silently do nothing, so it is an error.",
    language: "json",
    wrong: '{ "outptu": "generated" }',
    right: '{ "output": "generated" }',
  },
  FC4003: {
    meaning:
      "Every path of the configuration is relative to the folder the file lies in and stays below it, so that a run " +
      "reads and writes the same files on every machine and never outside of the project. Absolute paths, backslashes, " +
      "steps upwards, and names that some system cannot hold are not allowed.",
    language: "json",
    wrong: '{ "output": "../shop-website/generated" }',
    right: '{ "output": "generated" }',
  },
  FC4004: {
    meaning:
      "baseUrl is the address under which the reference pages are published. The permanent links of the pages and the " +
      "$id of every schema begin with it, so it has to be a whole http or https address, without a query or a fragment.",
    language: "json",
    wrong: '{ "baseUrl": "docs.example.com/failures" }',
    right: '{ "baseUrl": "https://docs.example.com/failures" }',
  },
  FC4005: {
    meaning:
      "A name under targets is neither a built-in target nor a custom one: a custom target names the module that holds it.",
    language: "json",
    wrong: '{ "targets": { "typescrpt": { "style": "const" } } }',
    right: '{ "targets": { "typescript": { "style": "const" } } }',
  },
  FC4006: {
    meaning:
      "The name of a target is the name of its folder and the word of --only, so a custom target cannot take the name of " +
      "a built-in one. A built-in target always writes below the output folder.",
    language: "json",
    wrong: '{ "targets": { "docs": { "module": "./shop-pages.mjs" } } }',
    right: '{ "targets": { "shop-pages": { "module": "./shop-pages.mjs" } } }',
  },
  FC4007: {
    meaning:
      "The name of a target becomes the name of a folder. Only lower-case letters, digits and hyphens make the same " +
      "folder on every system; some words, such as con or aux, are taken by Windows.",
    language: "json",
    wrong: '{ "targets": { "Shop Pages": { "module": "./shop-pages.mjs" } } }',
    right: '{ "targets": { "shop-pages": { "module": "./shop-pages.mjs" } } }',
  },
  FC4008: {
    meaning:
      "failcodes owns what lies in the output folder. A catalog, a locale or a template in there would stand among files " +
      "that are written and removed by a program.",
    language: "json",
    wrong: '{ "spec": "spec/failure-codes.json", "output": "spec" }',
    right: '{ "spec": "spec/failure-codes.json", "output": "generated" }',
  },
  FC4009: {
    meaning: "A custom target names its module by a path below the folder of the configuration, and no file is there.",
    language: "json",
    wrong: '{ "targets": { "shop-pages": { "module": "./tools/shop-page.mjs" } } }',
    right: '{ "targets": { "shop-pages": { "module": "./tools/shop-pages.mjs" } } }',
  },
  FC4010: {
    meaning:
      "The module of a custom target was found, and loading it failed: a syntax error, an import that is not there, or " +
      "code that throws when the module is loaded or when its target is made.",
    language: "text",
    wrong: 'import { pages } from "./not-there.mjs";\nexport const target = pages;',
    right: 'import { pages } from "./shop-pages-parts.mjs";\nexport const target = pages;',
  },
  FC4011: {
    meaning:
      "The module of a custom target exports `target`: the target itself, or a function that makes it of the options in " +
      "the configuration.",
    language: "text",
    wrong: 'export default { id: "shop-pages" };',
    right:
      'export const target = {\n  id: "shop-pages",\n  title: "Pages of the shop",\n  options: {},\n  templates: [],\n' +
      '  generate: (catalog) => ({ ok: true, value: [{ path: "count.txt", content: `${catalog.failures.length}\\n` }], diagnostics: [] }),\n};',
  },
  FC4012: {
    meaning:
      "A custom target carries its own id, and the configuration calls it by a name. They are the same word, since the " +
      "output folder, the manifest and --only all use it.",
    language: "json",
    wrong: '{ "targets": { "pages": { "module": "./shop-pages.mjs" } } }',
    right: '{ "targets": { "shop-pages": { "module": "./shop-pages.mjs" } } }',
  },
  FC4013: {
    meaning:
      "Node cannot run TypeScript by itself in every version that failcodes supports, so a custom target in a .ts file is " +
      "loaded through the package tsx, which the project installs.",
    language: "text",
    wrong: '{ "targets": { "shop-pages": { "module": "./shop-pages.ts" } } }    (tsx is not installed)',
    right: "npm install --save-dev tsx",
  },
  FC4014: {
    meaning:
      "A custom target threw an exception. A mistake in a catalog or a template is a diagnostic that the target returns; " +
      "an exception is a mistake of the target itself.",
    language: "text",
    wrong: 'generate() {\n  throw new Error("parcel without a name");\n}',
    right: "generate(catalog) {\n  return { ok: true, value: pagesOf(catalog), diagnostics: [] };\n}",
  },
  FC4015: {
    meaning:
      "What a target returns is the text of its files: an outcome with artifacts, each with a path inside the target's " +
      "folder and its content as a string.",
    language: "text",
    wrong: 'generate: () => "all pages are written"',
    right: 'generate: () => ({ ok: true, value: [{ path: "index.txt", content: "pages\\n" }], diagnostics: [] })',
  },
  FC4016: {
    meaning:
      "A template of the project takes the place of the built-in template of the same name. This file has a name that no " +
      "target renders, so it has no effect.",
    language: "text",
    wrong: "spec/templates/docs/falure.hbs",
    right: "spec/templates/docs/failure.hbs",
  },
  FC4017: {
    meaning: "Every built-in target is set to false and there is no custom one, so a run would do nothing.",
    language: "json",
    wrong:
      '{ "targets": { "typescript": false, "json-schema": false, "docs": false, "messages": false, "sources": false } }',
    right: '{ "targets": { "typescript": false, "json-schema": false } }',
  },
  FC4018: {
    meaning:
      "`failcodes inject` keeps what it knows of the blocks in pages as a target keeps what it knows of its files: in a manifest below the output folder. A target of the same name would write over it, and could not be told from it after --only.",
    language: "json",
    wrong: '{ "targets": { "inject": { "module": "./targets/inject.mjs" } } }',
    right: '{ "targets": { "wiki": { "module": "./targets/wiki.mjs" } } }',
  },
};
