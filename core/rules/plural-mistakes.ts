import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { UsedParam } from "../message-syntax/message-syntax.ts";
import { type PluralForm, type PluralUse as PluralKind, pluralForms } from "../plural-categories.ts";
import { choice, quoted } from "../quoted.ts";
import type { RawParam } from "../raw/catalog.gen.ts";
import { armAt, headOf, sourceParam, type TextPlace } from "./text-place.ts";

const everyForm = /^(zero|one|two|few|many)$/;

/** What an arm of a plural may be called, in whatever language. */
export const pluralArm = /^(zero|one|two|few|many|other|=\d+)$/;

const kinds: Readonly<Record<PluralKind, string>> = { plural: "plural", selectordinal: "ordinal" };

/** A plural has an arm for every form of its language, and none for a form that the language does not have. */
export function* pluralMistakes(
  place: TextPlace,
  used: UsedParam & { readonly use: PluralKind },
  type: RawParam["type"] | undefined,
  locale: string,
): Iterable<Diagnostic> {
  const forms = pluralForms(locale, used.use);
  if (forms === undefined) return;
  const words = { param: quoted(used.name), kind: kinds[used.use], locale: quoted(locale) };
  // What has a name that no form has may be meant for any.
  const asked = [...used.arms.keys()].every((arm) => pluralArm.test(arm)) ? forms : [];
  for (const form of asked) {
    if (used.arms.has(form.name) || isCovered(form, used)) continue;
    if (form.use === "fractions" && type === "integer") continue;
    const missing = { ...words, arm: quoted(form.name), bare: form.name, numbers: numbersOf(form) };
    const code = form.use === "integers" ? "FC3108" : "FC3110";
    yield diagnostic(code, headOf(place, used), missing, sourceParam(place.owner, used.name));
  }
  for (const arm of used.arms.keys()) {
    if (!everyForm.test(arm) || forms.some(({ name }) => name === arm)) continue;
    const choices = choice([...forms.map(({ name }) => name), "other"]);
    const related = sourceParam(place.owner, used.name);
    yield diagnostic("FC3109", armAt(place, used, arm), { ...words, arm: quoted(arm), choices }, related);
  }
}

/** Whether every number of a form has an arm of its own: `=1` is all that "one" is for in English. */
function isCovered({ numbers, open }: PluralForm, { arms }: UsedParam): boolean {
  return !open && numbers.every((number) => arms.has(`=${number}`));
}

/** `0 and 1`, `such numbers as 2, 3 and 4`. */
function numbersOf({ numbers, open }: PluralForm): string {
  const last = numbers.at(-1) ?? "";
  const listed = numbers.length > 1 ? `${numbers.slice(0, -1).join(", ")} and ${last}` : last;
  return open ? `such numbers as ${listed}` : listed;
}
