import { messageParts } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import type { ReadText } from "../message-syntax/read-text.ts";
import { quoted } from "../quoted.ts";
import type { CatalogDraft, FailureDraft } from "./catalog-draft.ts";
import type { DeclaredParams } from "./declared-params.ts";
import { messageMistakes } from "./message-mistakes.ts";
import { contentMistakes, isRemarkable } from "./text-contents.ts";
import { tooLong } from "./text-length.ts";
import { declaration, headOf, inText, type TextPlace } from "./text-place.ts";

/** Messages are ICU MessageFormat, use params that are declared, as what they are, and every declared param is used. */
export function* messages(catalog: CatalogDraft): Iterable<Diagnostic> {
  for (const failure of catalog.failures) {
    const { messages: written, params } = failure.raw;
    if (written === undefined && params === undefined) continue;
    if (params === undefined && writtenParts.every((part) => isBare(catalog, written?.[part]))) continue;
    yield* messagesOf(catalog, failure);
  }
}

const writtenParts = [...messageParts, "developer"] as const;

interface WrittenMessage {
  readonly text?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly markup?: boolean | undefined;
}

/** Whether a text names no params at all and nothing in it asks for a closer look, as in most. */
function isBare(catalog: CatalogDraft, message: WrittenMessage | undefined): boolean {
  if (message?.text === undefined) return true;
  const { text, maxLength } = message;
  if (maxLength !== undefined || isRemarkable(text)) return false;
  const read = catalog.readText(text);
  return read.syntax === undefined && read.names.length === 0;
}

function* messagesOf(catalog: CatalogDraft, failure: FailureDraft): Iterable<Diagnostic> {
  const { messages: written, params } = failure.raw;
  const declared = declaredParams(catalog, failure);
  const used = new Set<string>();
  let certain = !isRemoved(catalog, failure, "messages");
  for (const part of writtenParts) {
    const message: WrittenMessage | undefined = written?.[part];
    const text = message?.text;
    if (text === undefined) {
      if (isRemoved(catalog, failure, `messages/${part}`, `messages/${part}/text`)) certain = false;
      continue;
    }
    const read = catalog.readText(text);
    for (const name of read.names) used.add(name);
    if (read.syntax?.parsed === false) certain = false;
    const { file } = catalog;
    const path = ["failures", failure.index, "messages", part, "text"];
    const place = { file, path, text, owner: { file, index: failure.index, part, source: undefined } };
    yield* messageMistakes(place, read, declared, catalog.raw.defaultLocale);
    const markup = part === "developer" || message?.markup === true;
    yield* contentMistakes(place, read, markup);
    if (part === "developer") yield* personal(place, read, declared);
    else if (message?.maxLength !== undefined) {
      const { maxLength } = message;
      const locale = catalog.raw.defaultLocale ?? "";
      const long = tooLong(place, read, declared, locale, maxLength);
      if (long !== undefined) yield long;
    }
  }
  if (certain && params !== undefined) yield* unused(catalog, failure, params, used);
}

/** The params of a text for logs that say something about a person. */
function* personal(place: TextPlace, read: ReadText, { params }: DeclaredParams): Iterable<Diagnostic> {
  for (const name of new Set(read.names)) {
    if (!Object.hasOwn(params, name) || params[name]?.pii !== true) continue;
    const used = read.syntax?.used.find((param) => param.name === name);
    const start = used?.start ?? place.text.indexOf(`{${name}}`);
    const at = used === undefined ? inText(place, start, start + name.length + 2) : headOf(place, used);
    yield diagnostic("FC3115", at, { param: quoted(name) }, declaration(place.owner, name, "pii"));
  }
}

function* unused(
  { file }: CatalogDraft,
  { raw, index }: FailureDraft,
  params: object,
  used: ReadonlySet<string>,
): Iterable<Diagnostic> {
  for (const name of Object.keys(params)) {
    // Another name than a text can use is reported where it is written.
    if (used.has(name) || !/^[a-z][A-Za-z0-9]*$/.test(name)) continue;
    const at = locate(file, ["failures", index, "params", name], "key");
    yield diagnostic("FC3103", at, { failure: quoted(raw.name ?? ""), param: quoted(name) });
  }
}

/** Whether something of a failure is written and could not be read. */
export function isRemoved({ removed }: CatalogDraft, { index }: FailureDraft, ...pointers: readonly string[]): boolean {
  return removed.size > 0 && pointers.some((pointer) => removed.has(`/failures/${index}/${pointer}`));
}

const noParams = {};

/** The params that a failure's messages may use, in the catalog and in every translation. */
export function declaredParams(catalog: CatalogDraft, failure: FailureDraft): DeclaredParams {
  const { name, params } = failure.raw;
  return {
    failure: name ?? "",
    params: params ?? noParams,
    isMissing: (param) => !isRemoved(catalog, failure, "params") && !isRemoved(catalog, failure, `params/${param}`),
  };
}
