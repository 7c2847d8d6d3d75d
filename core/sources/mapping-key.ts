import type { CodeForm, MappingKey, TextMatch } from "../catalog.ts";
import type { RawMapping, RawTextMatch } from "../raw/source.gen.ts";
import type { Draft } from "../shape/draft.ts";
import { type EnhancedStatus, enhancedStatus, normalCode, takesCode } from "./code-form.ts";

/** The conditions on a text, in the order of specificity. */
export const textMatchKinds = [
  "is",
  "prefix",
  "suffix",
  "contains",
  "glob",
] as const satisfies readonly TextMatch["kind"][];

/** The conditions on a text that are written in a mapping. */
export function writtenTextMatches(raw: Draft<RawTextMatch>): readonly TextMatch[] {
  return textMatchKinds.flatMap((kind) => {
    const pattern = raw[kind];
    return pattern === undefined ? [] : [Object.freeze({ kind, pattern })];
  });
}

/** Whether a pattern holds nothing of a text: it is empty, or made of asterisks alone. */
export function isEmptyPattern({ kind, pattern }: TextMatch): boolean {
  return kind === "glob" ? /^\**$/.test(pattern) : pattern === "";
}

/** What a code stands for in an enhanced status: `X.1.1` and `4.X.X`. */
export type StatusPattern =
  | { readonly kind: "detail"; readonly subject: string; readonly detail: string }
  | { readonly kind: "class"; readonly class: string };

/** The pattern that a code is where codes are enhanced statuses; undefined where it is a code like others. */
export function statusPattern(forms: readonly CodeForm[], code: string): StatusPattern | undefined {
  if (!forms.includes("enhanced-status")) return undefined;
  if (code.startsWith("X.")) {
    const status = statusOf(`0${code.slice(1)}`);
    return status === undefined ? undefined : { kind: "detail", subject: status.subject, detail: status.detail };
  }
  const status = code.endsWith(".X.X") ? statusOf(`${code.slice(0, -4)}.0.0`) : undefined;
  return status === undefined ? undefined : { kind: "class", class: status.class };
}

function statusOf(code: string): EnhancedStatus | undefined {
  return enhancedStatus(normalCode(["enhanced-status"], code));
}

/** The key of a mapping, frozen; undefined where what is written makes none, which the rules of keys say in words. */
export function mappingKey(forms: readonly CodeForm[], raw: Draft<RawMapping>): MappingKey | undefined {
  const matches = raw.text === undefined ? [] : writtenTextMatches(raw.text);
  const [text] = matches;
  if (raw.text !== undefined && (text === undefined || matches.length > 1 || isEmptyPattern(text))) return undefined;
  const key = raw.code === undefined ? keyWithoutCode(forms, raw, text) : keyOfCode(forms, raw, raw.code, text);
  return key === undefined ? undefined : Object.freeze(key);
}

function keyOfCode(
  forms: readonly CodeForm[],
  { range, subcode, spellings }: Draft<RawMapping>,
  code: string,
  text: TextMatch | undefined,
): MappingKey | undefined {
  if (range !== undefined) return undefined;
  const pattern = statusPattern(forms, code);
  if (pattern !== undefined) return subcode === undefined && spellings === undefined ? { ...pattern, text } : undefined;
  const others = (spellings ?? []).map((spelling) => spelling ?? "");
  if (![code, ...others].every((written) => written !== "" && takesCode(forms, written)) || subcode === "")
    return undefined;
  return {
    kind: "exact",
    code: normalCode(forms, code),
    subcode: subcode === undefined ? undefined : normalCode(forms, subcode),
    spellings: Object.freeze(others.map((spelling) => normalCode(forms, spelling))),
    text,
  };
}

function keyWithoutCode(
  forms: readonly CodeForm[],
  { range, subcode, spellings }: Draft<RawMapping>,
  text: TextMatch | undefined,
): MappingKey | undefined {
  if (subcode !== undefined || spellings !== undefined) return undefined;
  if (range === undefined) return { kind: "source", text };
  const { from, to } = range;
  if (from === undefined || to === undefined || from < 0 || from > to || !forms.includes("number")) return undefined;
  return { kind: "range", from, to, text };
}
