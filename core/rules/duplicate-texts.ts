import { messageParts } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import type { CatalogDraft, FailureDraft } from "./catalog-draft.ts";

/** No two failures have one title or one description, and a reader can tell their messages apart. */
export function* duplicateTexts(catalog: CatalogDraft): Iterable<Diagnostic> {
  yield* duplicates(catalog, "title");
  yield* duplicates(catalog, "description");
  yield* sameMessages(catalog);
}

function* duplicates({ file, failures }: CatalogDraft, what: "title" | "description"): Iterable<Diagnostic> {
  const first = new Map<string, FailureDraft>();
  const codes = new Map<string, Set<unknown>>();
  for (const failure of failures) {
    const text = failure.raw[what];
    if (text === undefined) continue;
    const before = first.get(text);
    if (before === undefined) {
      first.set(text, failure);
      continue;
    }
    if (text.trim() === "") continue;
    const owners = codes.get(text) ?? new Set<unknown>([before.raw.code]);
    codes.set(text, owners);
    // An entry that stands twice is reported by its code.
    if (failure.raw.code !== undefined && owners.has(failure.raw.code)) continue;
    owners.add(failure.raw.code);
    const related = [{ message: "It is first used here.", at: locate(file, ["failures", before.index, what]) }];
    yield diagnostic("FC3007", locate(file, ["failures", failure.index, what]), { what, text: quoted(text) }, related);
  }
}

function* sameMessages({ file, failures }: CatalogDraft): Iterable<Diagnostic> {
  const first = new Map<string, FailureDraft>();
  const groups = new Map<string, FailureDraft[]>();
  for (const failure of failures) {
    const { messages } = failure.raw;
    if (messages === undefined) continue;
    const key = `${messages.title?.text ?? ""}\u0000${messages.detail?.text ?? ""}\u0000${messages.action?.text ?? ""}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, failure);
    else if (key.trim().length > 2) {
      const same = groups.get(key);
      if (same === undefined) groups.set(key, [before, failure]);
      else same.push(failure);
    }
  }
  for (const same of groups.values()) {
    const [first, ...others] = same.sort((left, right) => ((left.raw.name ?? "") < (right.raw.name ?? "") ? -1 : 1));
    if (first === undefined) continue;
    for (const { raw, index } of others) {
      if (raw.code === first.raw.code) continue;
      const text = messageParts.map((part) => raw.messages?.[part]?.text).find((part) => part !== undefined) ?? "";
      const at = locate(file, ["failures", index, "messages"], "key");
      const related = [
        { message: "The other one stands here.", at: locate(file, ["failures", first.index, "messages"], "key") },
      ];
      yield diagnostic("FC3008", at, { text: quoted(text), name: quoted(raw.name ?? "") }, related);
    }
  }
}
