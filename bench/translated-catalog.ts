import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { sha256 } from "../cli/host/digest.ts";
import { sourceHash, writtenHash } from "../core/source-hash.ts";
import { withFormsOf } from "./sized-catalog.ts";

const spec = resolve(import.meta.dirname, "../spec");

/** Locales of the shipped catalog, then others, whose texts are those of a shipped one with the plural forms of their own. */
const shipped = ["ar", "de", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt-BR", "tr", "zh-Hans"];
const others = ["cs", "da", "el", "fi", "he", "hu", "id", "ko", "nb", "ro", "ru", "sk", "sv", "th", "uk", "vi", "fa"];

const parts = ["title", "detail", "action"] as const;

type Texts = Partial<Record<(typeof parts)[number], { readonly text: string; readonly description?: string }>>;

interface Written {
  readonly [key: string]: unknown;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly params?: Readonly<Record<string, { readonly type: string; readonly values?: readonly string[] }>>;
  readonly messages: Texts;
}

/**
 * Writes a project of `failures` failures in `locales` languages (1 to 30, the default one included): all parts of their
 * messages, each translated, in need of a review, and made from the text of today. Where `stale`, none of them is.
 */
export function writeTranslatedProject(folder: string, failures: number, locales: number, stale = false): void {
  const catalog = read("failure-codes.json");
  const shippedEntries = catalog["failures"] as readonly Written[];
  const categories = (catalog["categories"] as readonly Record<string, unknown>[]).map((category) =>
    category["id"] === "platform" ? { ...category, range: { from: 1_000_000, to: 1_999_999 } } : category,
  );
  mkdirSync(join(folder, "spec/locales"), { recursive: true });
  const sized = Array.from({ length: failures }, (_, index) => {
    const entry = shippedEntries[index % shippedEntries.length] as Written;
    return {
      ...entry,
      code: 1_000_000 + index,
      name: `${entry.name}_${index}`,
      aliases: undefined,
      category: "platform",
      title: `${entry.title} ${index}`,
      description: `${entry.description} ${index}`,
      messages: mapped(entry.messages, ({ text, ...rest }) => ({ ...rest, text: `${text} ${index}` })),
      related: undefined,
      examples: undefined,
    };
  });
  const tags = [...shipped, ...others].slice(0, locales - 1);
  const regional = tags.filter((tag) => tag.includes("-")).map((tag) => [tag.slice(0, tag.indexOf("-")), [tag]]);
  const fallbacks = Object.fromEntries(regional);
  const head = { ...catalog, categories, fallbacks, reserved: [], fallback: 1_000_000 };
  write(join(folder, "spec/failure-codes.json"), { ...head, failures: sized });
  const hashes = sized.map(({ messages, params = {} }) => {
    const named = Object.entries(params).map(([name, { type, values = [] }]) => ({ name, type, values }));
    return mapped(messages, ({ text, description = "" }) => writtenHash(sourceHash(sha256, text, description, named)));
  });
  for (const [at, tag] of tags.entries()) {
    const texts = read(`locales/${shipped[at % shipped.length]}.json`)["failures"] as Readonly<Record<string, Texts>>;
    const entries = sized.map(({ name }, index) => {
      const own = texts[(shippedEntries[index % shippedEntries.length] as Written).name] ?? {};
      const translated = mapped(own, ({ text }, part) => ({
        text: `${withFormsOf(tag, text)} ${index}`,
        state: "needs-review",
        by: "mt",
        src: stale ? "00000000.00000000" : hashes[index]?.[part],
      }));
      return [name, translated];
    });
    write(join(folder, `spec/locales/${tag}.json`), { locale: tag, failures: Object.fromEntries(entries) });
  }
}

function mapped<Value extends object, Result>(
  values: Partial<Record<(typeof parts)[number], Value>>,
  make: (value: Value, part: (typeof parts)[number]) => Result,
): Partial<Record<(typeof parts)[number], Result>> {
  const result: Partial<Record<(typeof parts)[number], Result>> = {};
  for (const part of parts) {
    const value = values[part];
    if (value !== undefined) result[part] = make(value, part);
  }
  return result;
}

function read(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(spec, path), "utf8")) as Record<string, unknown>;
}

function write(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
}
