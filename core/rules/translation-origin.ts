import type { MessagePart } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Digest } from "../digest.ts";
import { locate } from "../json.ts";
import { holdsLetters } from "../message-syntax/canonical-text.ts";
import { quoted } from "../quoted.ts";
import type { RawTranslation } from "../raw/locale.gen.ts";
import type { Draft } from "../shape/draft.ts";
import type { Location, SourceFile } from "../source-file.ts";
import { isMadeFrom, type SourceHash, standingOf, textHash, writtenHash } from "../source-hash.ts";
import type { LocaleDraft } from "./locale-draft.ts";

/** A translation that is the text it translates, word for word. */
export function untranslated(
  { file }: LocaleDraft,
  name: string,
  part: MessagePart,
  { text = "", state, sameAsSource }: Draft<RawTranslation>,
): Diagnostic | undefined {
  // What is new is often a copy that waits for its translator; a text of digits and params has no language.
  if (state === "new" || sameAsSource === true || !holdsLetters(text)) return undefined;
  const words = { text: quoted(text) };
  return diagnostic("FC3212", locate(file, ["failures", name, part, "text"]), words);
}

/** A translation of a source that has changed since. */
export function outOfDate(
  { file }: LocaleDraft,
  name: string,
  part: MessagePart,
  { src = "", state }: Draft<RawTranslation>,
  hash: SourceHash,
): Diagnostic | undefined {
  const standing = standingOf(src, hash);
  if (standing === "current") return undefined;
  if (standing === "stale" && state === "final") {
    const reason = "it was made from another text than that of today";
    const remedy = `Mend it, write "src": ${quoted(writtenHash(hash))}, and have somebody look at it again.`;
    return diagnostic("FC3216", locate(file, ["failures", name, part, "state"]), { reason, remedy });
  }
  const words = { part: quoted(part), failure: quoted(name), src: quoted(writtenHash(hash)) };
  const at = locate(file, ["failures", name, part, "src"]);
  return standing === "stale" ? diagnostic("FC3209", at, words) : diagnostic("FC3210", at, words);
}

/** A translation by a machine that is said to be final. */
export function madeByMachine({ file }: LocaleDraft, name: string, part: MessagePart): Diagnostic {
  const reason = 'a machine made it ("by": "mt")';
  const remedy = 'Write "needs-review"; whoever approves it writes "by": "human".';
  return diagnostic("FC3216", locate(file, ["failures", name, part, "state"]), { reason, remedy });
}

/** A text beside a translation that is not the one it was made from. */
export function otherSource(
  { file }: LocaleDraft,
  name: string,
  part: MessagePart,
  { src, srcText = "" }: Draft<RawTranslation>,
  digest: Digest,
): Diagnostic | undefined {
  if (src !== undefined && isMadeFrom(src, srcText, digest)) return undefined;
  const problem = src === undefined ? 'stands beside no "src"' : 'is not the text whose hash "src" holds';
  const at = locate(file, ["failures", name, part, "srcText"]);
  return diagnostic("FC3217", at, { problem, src: quoted(textHash(digest, srcText)) });
}

const key = '"failures"';

/**
 * Where the translations of a file begin, in a file of its head alone: what is said of whole locales, and of each of them,
 * must not cost a tree of positions and a text in memory.
 */
export function failuresKey(file: SourceFile): Location {
  const start = file.text.indexOf(key);
  if (start < 0) return locate(file, ["failures"], "key");
  const end = start + key.length;
  const rest = /^[^\r\n]{0,20}/.exec(file.text.slice(end, end + 20))?.[0] ?? "";
  // Put together anew: a slice would hold on to the whole text.
  const text = [...file.text.slice(0, end), ...rest].join("");
  return { file: { path: file.path, text }, start, end };
}
