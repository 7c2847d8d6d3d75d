import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { poundsOf } from "../message-syntax/literal-text.ts";
import type { MessageSyntax, UsedParam } from "../message-syntax/message-syntax.ts";
import { quoted } from "../quoted.ts";
import type { DeclaredParams } from "./declared-params.ts";
import { armAt, declaration, headOf, inText, sourceParam, type TextPlace } from "./text-place.ts";

/** Plurals that hide their number, arms that lack a param of the others, digits that are grouped and are not to be. */
export function* armMistakes(
  place: TextPlace,
  syntax: MessageSyntax,
  { params }: DeclaredParams,
): Iterable<Diagnostic> {
  const { text, owner } = place;
  for (const used of syntax.used) {
    const param = Object.hasOwn(params, used.name) ? params[used.name] : undefined;
    const numeric = param?.type === "integer" || param?.type === "number";
    const counts = used.use === "plural" || used.use === "selectordinal";
    if (numeric && param.grouping === false) {
      const words = { param: quoted(used.name), bare: used.name };
      const spans = used.use === "number" ? [used] : [];
      if (counts) for (const start of poundsOf(text, used, syntax)) spans.push({ ...used, start, end: start + 1 });
      for (const { start, end } of spans) {
        const related = declaration(owner, used.name, "grouping");
        yield diagnostic("FC3116", inText(place, start, end), words, related);
      }
    }
    if (used.arms.size === 0) continue;
    if (numeric && counts && !showsNumber(text, used, syntax)) {
      const kind = used.use === "plural" ? "plural" : "ordinal";
      const related = sourceParam(owner, used.name);
      yield diagnostic("FC3112", headOf(place, used), { kind, param: quoted(used.name) }, related);
    }
    yield* unevenArms(place, used, syntax);
  }
}

/** Whether the number is written in an arm, or anywhere else in the text. */
function showsNumber(text: string, plural: UsedParam, syntax: MessageSyntax): boolean {
  // By far the most: one choice, no quotations.
  const first = text.indexOf("#", plural.start);
  if (syntax.used.length === 1 && first >= 0 && !text.includes("'")) return first < plural.end;
  return (
    syntax.used.some(({ name, use }) => name === plural.name && (use === "text" || use === "number")) ||
    poundsOf(text, plural, syntax).length > 0
  );
}

function* unevenArms(place: TextPlace, choice: UsedParam, { used }: MessageSyntax): Iterable<Diagnostic> {
  const inside = used.filter(({ start, end }) => start > choice.start && end < choice.end);
  if (inside.length === 0) return;
  const begins = [...choice.arms];
  const names = begins.map(
    ([, start], index) =>
      new Set(
        inside
          .filter((one) => one.start > start && one.start < (begins[index + 1]?.[1] ?? choice.end))
          .map((one) => one.name),
      ),
  );
  const said = new Set([choice.name]);
  // What stands outside of the choice is there whatever its arm.
  for (const { name, start } of used) if (start < choice.start || start > choice.end) said.add(name);
  for (const { name } of inside) {
    if (said.has(name)) continue;
    said.add(name);
    const lacking = begins[names.findIndex((some) => !some.has(name))]?.[0];
    if (lacking === undefined) continue;
    const words = { arm: quoted(lacking), choice: quoted(choice.name), param: quoted(name), bare: name };
    yield diagnostic("FC3113", armAt(place, choice, lacking), words, sourceParam(place.owner, name));
  }
}
