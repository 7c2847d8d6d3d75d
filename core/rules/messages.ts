import { messageParts } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import type { CatalogDraft, FailureDraft } from "./catalog-draft.ts";
import { type DeclaredParams, messageMistakes } from "./message-mistakes.ts";

/** Messages are ICU MessageFormat, use params that are declared, as what they are, and every declared param is used. */
export function* messages(catalog: CatalogDraft): Iterable<Diagnostic> {
  for (const failure of catalog.failures) {
    const { messages: written, params } = failure.raw;
    if (written === undefined && params === undefined) continue;
    if (params === undefined && messageParts.every((part) => isBare(catalog, written?.[part]?.text))) continue;
    yield* messagesOf(catalog, failure);
  }
}

/** Whether a text names no params at all, as most do. */
function isBare(catalog: CatalogDraft, text: string | undefined): boolean {
  if (text === undefined) return true;
  const read = catalog.readText(text);
  return read.syntax === undefined && read.names.length === 0;
}

function* messagesOf(catalog: CatalogDraft, failure: FailureDraft): Iterable<Diagnostic> {
  const { messages: written, params } = failure.raw;
  const declared = declaredParams(catalog, failure);
  const used = new Set<string>();
  let certain = !isRemoved(catalog, failure, "messages");
  for (const part of messageParts) {
    const text = written?.[part]?.text;
    if (text === undefined) {
      if (isRemoved(catalog, failure, `messages/${part}`, `messages/${part}/text`)) certain = false;
      continue;
    }
    const read = catalog.readText(text);
    for (const name of read.names) used.add(name);
    if (read.syntax?.parsed === false) certain = false;
    const path = ["failures", failure.index, "messages", part, "text"];
    yield* messageMistakes(catalog.file, path, text, read, declared, catalog.raw.defaultLocale);
  }
  if (certain && params !== undefined) yield* unused(catalog, failure, params, used);
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
