import { type Diagnostic, diagnostic, type RelatedLocation } from "../diagnostics/diagnostic.ts";
import type { SyntaxMistake, UsedParam } from "../message-syntax/message-syntax.ts";
import type { ReadText } from "../message-syntax/read-text.ts";
import { choice, quoted } from "../quoted.ts";
import type { RawParam } from "../raw/catalog.gen.ts";
import type { Draft } from "../shape/draft.ts";
import type { Location } from "../source-file.ts";
import { suggestion } from "../suggestion.ts";
import { armMistakes } from "./arm-mistakes.ts";
import type { DeclaredParams } from "./declared-params.ts";
import { pluralArm, pluralMistakes } from "./plural-mistakes.ts";
import {
  armAt,
  declaration,
  headOf,
  inText,
  sourceParam,
  sourceText,
  type TextOwner,
  type TextPlace,
} from "./text-place.ts";

/** What is wrong with a message: its syntax, params that are not declared or used as what they are not, arms of plurals. */
export function* messageMistakes(
  place: TextPlace,
  read: ReadText,
  declared: DeclaredParams,
  locale: string | undefined,
): Iterable<Diagnostic> {
  const { params } = declared;
  const { text, owner } = place;
  if (read.syntax === undefined) {
    for (const name of new Set(read.names)) {
      if (!Object.hasOwn(params, name) && declared.isMissing(name)) {
        const start = text.indexOf(`{${name}}`);
        yield undeclared(inText(place, start, start + name.length + 2), name, declared, owner);
      }
    }
    return;
  }
  for (const mistake of read.syntax.mistakes) {
    yield syntaxDiagnostic(inText(place, mistake.start, mistake.end), mistake, sourceText(owner));
  }
  const missing = new Set<string>();
  for (const used of read.syntax.used) {
    const param = Object.hasOwn(params, used.name) ? params[used.name] : undefined;
    if (param !== undefined) {
      if (used.use !== "text") yield* misuse(place, used, param);
    } else if (declared.isMissing(used.name) && !missing.has(used.name)) {
      missing.add(used.name);
      yield undeclared(headOf(place, used), used.name, declared, owner);
    }
    const { use } = used;
    if (locale !== undefined && isCounted(param) && (use === "plural" || use === "selectordinal")) {
      yield* pluralMistakes(place, { ...used, use }, param?.type, locale);
    }
  }
  yield* armMistakes(place, read.syntax, declared);
}

function undeclared(
  at: Location,
  name: string,
  { failure, params }: DeclaredParams,
  owner: TextOwner | undefined,
): Diagnostic {
  const meant = suggestion(name, Object.keys(params));
  const related = meant === undefined ? sourceText(owner) : sourceParam(owner, meant);
  const remedy = meant === undefined ? 'Declare it under "params".' : `Write {${meant}}, or declare it under "params".`;
  return diagnostic("FC3102", at, { param: quoted(name), failure: quoted(failure), remedy }, related);
}

function syntaxDiagnostic(at: Location, mistake: SyntaxMistake, related: readonly RelatedLocation[]): Diagnostic {
  switch (mistake.kind) {
    case "broken":
      return diagnostic("FC3101", at, { problem: mistake.problem, remedy: mistake.remedy }, related);
    case "noOther":
      return diagnostic("FC3104", at, { kind: mistake.choice, param: quoted(mistake.param) }, related);
    case "construct":
      return diagnostic("FC3105", at, { construct: mistake.construct, remedy: mistake.remedy }, related);
  }
}

/** Whether a param may be a number: what is not is no plural at all. */
function isCounted(param: Draft<RawParam> | undefined): boolean {
  return param?.type === undefined || param.type === "integer" || param.type === "number";
}

const uses: Readonly<Record<UsedParam["use"], string>> = {
  text: "text",
  number: "a number",
  plural: "the number of a plural",
  selectordinal: "the number of an ordinal",
  select: "the choice of a select",
};

/** What an arm can be called: a value of other characters is always shown by "other". */
const armName = /^[A-Za-z]\w*$/;

function* misuse(place: TextPlace, used: UsedParam, { type, values }: Draft<RawParam>): Iterable<Diagnostic> {
  const { owner } = place;
  const declared = (property: "type" | "values"): readonly RelatedLocation[] => [
    ...sourceParam(owner, used.name),
    ...declaration(owner, used.name, property),
  ];
  if (type === undefined) return;
  const numeric = type === "integer" || type === "number";
  if (used.use === "select") {
    if (numeric || type === "date-time") {
      const words = { param: quoted(used.name), use: uses[used.use], type };
      const remedy = "Use plural for numbers, or give the param the type enum.";
      yield diagnostic("FC3106", headOf(place, used), { ...words, remedy }, declared("type"));
    } else if (type === "enum" && values !== undefined) {
      const missing = values.filter(
        (value) => value !== undefined && armName.test(value) && !used.arms.has(value),
      ) as string[];
      if (missing.length > 0) {
        const words = { param: quoted(used.name), values: choice(missing) };
        yield diagnostic("FC3111", headOf(place, used), words, declared("values"));
      }
      for (const arm of used.arms.keys()) {
        if (arm === "other" || values.includes(arm)) continue;
        const choices = choice([...values.filter((value) => value !== undefined), "other"]);
        const words = { arm: quoted(arm), param: quoted(used.name), choices };
        yield diagnostic("FC3107", armAt(place, used, arm), words, declared("values"));
      }
    }
    return;
  }
  if (!numeric) {
    const remedy = `Write {${used.name}}, or give the param the type integer or number.`;
    const words = { param: quoted(used.name), use: uses[used.use], type, remedy };
    yield diagnostic("FC3106", headOf(place, used), words, declared("type"));
  }
  for (const arm of used.arms.keys()) {
    if (pluralArm.test(arm)) continue;
    const choices = "zero, one, two, few, many or other, or a number as in =0";
    const words = { arm: quoted(arm), param: quoted(used.name), choices };
    yield diagnostic("FC3107", armAt(place, used, arm), words, sourceParam(owner, used.name));
  }
}
