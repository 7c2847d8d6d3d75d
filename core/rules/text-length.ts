import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { countGraphemes } from "../message-syntax/graphemes.ts";
import type { ReadText } from "../message-syntax/read-text.ts";
import { messageTree } from "../message-tree.ts";
import { variantsOf } from "../message-variants.ts";
import { quoted } from "../quoted.ts";
import type { DeclaredParams } from "./declared-params.ts";
import { besideSource, sourceText, type TextPlace } from "./text-place.ts";

/** A text that is longer than it may be, with the examples of its params, in the longest of its arms. */
export function tooLong(
  { file, path, text, owner }: TextPlace,
  read: ReadText,
  { params }: DeclaredParams,
  locale: string,
  most: number,
): Diagnostic | undefined {
  if (read.names.length === 0 && text.length <= most) return undefined;
  if (read.syntax !== undefined && (!read.syntax.parsed || read.syntax.mistakes.length > 0)) return undefined;
  const names = Object.keys(params).map((name) => ({ name }));
  const whole = variantsOf(messageTree(text), names, locale);
  if (whole === undefined) return undefined;
  const exampleOf = (name: string): string => (Object.hasOwn(params, name) ? String(params[name]?.example ?? "") : "");
  let longest = 0;
  let which = "";
  for (const { arms, nodes } of whole.variants) {
    let shown = "";
    for (const node of nodes) {
      shown += typeof node === "string" ? node : exampleOf(node.name);
    }
    const length = countGraphemes(shown);
    if (length <= longest) continue;
    longest = length;
    which = arms.map((arm, index) => `${quoted(arm)} of ${quoted(whole.choices[index]?.name ?? "")}`).join(" and ");
  }
  if (longest <= most) return undefined;
  const words = { length: longest, most, over: longest - most, which: which === "" ? "" : ` in the arm ${which}` };
  const related = [...sourceText(owner), ...besideSource(owner, "maxLength", "The greatest length is set here.")];
  return diagnostic("FC3114", locate(file, path), words, related);
}
