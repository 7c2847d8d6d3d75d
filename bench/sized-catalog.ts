import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pluralForms } from "../core/plural-categories.ts";

const spec = resolve(import.meta.dirname, "../spec");
const tags = ["ar", "de", "es", "fr", "hi", "it", "ja", "nl", "pl"];

interface Written {
  readonly [key: string]: unknown;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly guidance: { readonly causes: readonly string[]; readonly actions: readonly string[] };
  readonly messages: Readonly<Record<string, { readonly text: string }>>;
}

const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(join(spec, path), "utf8"));

/**
 * Writes a project of `failures` failures in `locales` languages (1 to 10, the default one included) into `folder`: the
 * entries of the shipped catalog over and over, each with a number of its own in every text, so that no two are alike.
 * A failure has one message, its detail, and one cause and action: about 2 kB with 10 locales, the size that the targets
 * were set on. `targets`: ids of targets besides the default ones, with commas between them.
 */
export function writeSizedProject(folder: string, failures: number, locales: number, targets = ""): void {
  const catalog = read("failure-codes.json");
  const entries = catalog["failures"] as readonly Written[];
  const translations = { ar: read("locales/ar.json"), ja: read("locales/ja.json") };
  mkdirSync(join(folder, "spec/locales"), { recursive: true });

  // Its catalog is larger than what is read without being asked for.
  const settings = failures >= 50_000 ? { maxFileSize: 2 ** 28 } : {};
  const wanted = targets === "" ? {} : { targets: Object.fromEntries(targets.split(",").map((id) => [id, {}])) };
  const configuration = { ...settings, ...wanted };
  if (Object.keys(configuration).length > 0) write(join(folder, "failcodes.config.json"), configuration);

  const nameOf = (index: number): string => {
    const name = (entries[index % entries.length] as Written).name;
    return index < entries.length ? name : `${name}_${index}`;
  };
  const numbered = (text: string, index: number): string => (index < entries.length ? text : `${text} ${index}`);
  const messagesOf = (messages: Written["messages"], index: number, tag?: string) =>
    Object.fromEntries(
      Object.entries(messages)
        .filter(([part]) => part === "detail")
        .map(([part, message]) => [
          part,
          { text: numbered(tag === undefined ? message.text : withFormsOf(tag, message.text), index) },
        ]),
    );

  const sized = Array.from({ length: failures }, (_, index) => {
    const entry = entries[index % entries.length] as Written;
    return {
      ...entry,
      code: 1_000_000 + index,
      name: nameOf(index),
      aliases: index < entries.length ? entry["aliases"] : undefined,
      category: "platform",
      title: numbered(entry.title, index),
      description: numbered(entry.description, index),
      guidance: { causes: entry.guidance.causes.slice(0, 1), actions: entry.guidance.actions.slice(0, 1) },
      messages: messagesOf(entry.messages, index),
      related: undefined,
      examples: undefined,
    };
  });
  const categories = (catalog["categories"] as readonly Record<string, unknown>[]).map((category) =>
    category["id"] === "platform" ? { ...category, range: { from: 1_000_000, to: 1_999_999 } } : category,
  );
  write(join(folder, "spec/failure-codes.json"), {
    ...catalog,
    fallbacks: undefined,
    categories,
    reserved: [],
    fallback: 1_000_000,
    failures: sized,
  });

  for (const [index, tag] of tags.slice(0, locales - 1).entries()) {
    const source = (index % 2 === 0 ? translations.ar : translations.ja)["failures"] as Readonly<
      Record<string, Written["messages"]>
    >;
    write(join(folder, `spec/locales/${tag}.json`), {
      locale: tag,
      failures: Object.fromEntries(
        Array.from({ length: failures }, (_, number) => [
          nameOf(number),
          messagesOf(source[(entries[number % entries.length] as Written).name] ?? {}, number, tag),
        ]),
      ),
    });
  }
}

/** A text with the plural forms of another language than its own: whatever it says, its arms are those of the locale. */
export function withFormsOf(tag: string, text: string): string {
  const names = [...(pluralForms(tag, "plural") ?? []).map(({ name }) => name), "other"];
  return text.replace(/\{(\w+), plural,.*other \{([^{}]*)\}\}/, (_plural, param: string, arm: string) => {
    return `{${param}, plural, ${names.map((name) => `${name} {${arm}}`).join(" ")}}`;
  });
}

function write(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
}
