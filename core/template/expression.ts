import { quoted } from "../quoted.ts";
import { suggestion } from "../suggestion.ts";
import { lookedUp } from "./lookup.ts";
import { fieldsOf, type Reading, read, type Scope, type Value } from "./scope.ts";
import { knownRemedy, reportUnknown } from "./unknown.ts";
import { report, type Visit } from "./walk.ts";

/** What a template wants of a value: `pass` hands it to a partial, `ask` only looks whether it is there. */
export type Use = "print" | "ask" | "each" | "with" | "pass";

const kinds: Readonly<Record<Value["shape"]["kind"], string>> = {
  text: "a text",
  flag: "either true or false",
  list: "a list",
  record: "a group of fields",
};

/** What begins a block and has no value of its own. */
const blockNames: readonly string[] = ["each", "if", "unless", "with"];

const helperNames = [...blockNames, "lookup"];

/** The value of an expression, fit for its use; undefined where it was reported that there is none. */
export function evaluate(visit: Visit, expression: hbs.AST.Expression, use: Use): Value | undefined {
  const value = anyValue(visit, expression);
  if (value === undefined) return undefined;
  const written = expressionText(expression);
  if (value.absent !== undefined && (use === "print" || use === "pass" || leadsThrough(value))) {
    const remedy =
      expression.type === "SubExpression"
        ? `Write {{#with ${written}}}{{this}}{{/with}}.`
        : `Put it between {{#if ${guardText(written, value)}}} and {{/if}}.`;
    report(visit, expression, "FC5004", { variable: quoted(written), remedy });
    return undefined;
  }
  const misuse = misuseOf(value.shape, use, written);
  if (misuse === undefined) return value;
  report(visit, expression, "FC5005", { variable: quoted(written), kind: kinds[value.shape.kind], ...misuse });
  return undefined;
}

/** Reports a helper that there is none of, or that stands where it cannot. */
export function reportHelper(visit: Visit, path: hbs.AST.PathExpression): void {
  const helper = String(path.original);
  const guess = suggestion(helper, helperNames);
  let remedy = guess === undefined ? `Use one of ${helperNames.join(", ")}.` : `Write "${guess}" instead.`;
  const reading = path.type === "PathExpression" ? read(path, visit.scope) : undefined;
  if (reading?.kind === "value") {
    const block = { list: "each", record: "with", flag: "if", text: "if" }[reading.shape.kind];
    remedy = `Write {{#${block} ${helper}}}: it is ${kinds[reading.shape.kind]}.`;
  }
  report(visit, path, "FC5006", { helper: quoted(helper), remedy });
}

/** An expression as it is written, near enough to recognise it. */
export function expressionText(expression: hbs.AST.Expression): string {
  if (expression.type === "SubExpression") {
    const { path, params } = expression as hbs.AST.SubExpression;
    return `(${[path, ...params].map(expressionText).join(" ")})`;
  }
  if (expression.type === "StringLiteral") return JSON.stringify((expression as hbs.AST.StringLiteral).value);
  return String((expression as hbs.AST.PathExpression).original);
}

/** Whether the path goes on behind what may be absent: strict Handlebars stops there even in `{{#if}}`. */
function leadsThrough({ absent, presence }: Value): boolean {
  return absent !== undefined && presence.path.length > absent.length;
}

function anyValue(visit: Visit, expression: hbs.AST.Expression): Value | undefined {
  switch (expression.type) {
    case "SubExpression": {
      const call = expression as hbs.AST.SubExpression;
      const helper = String(call.path.original);
      if (helper === "lookup") return lookedUp(visit, call, evaluate);
      if (blockNames.includes(helper)) {
        const remedy = `Write {{#${helper} …}} … {{/${helper}}} around this.`;
        report(visit, call, "FC5011", { helper: quoted(helper), problem: "begins a block and is no value", remedy });
      } else reportHelper(visit, call.path);
      return undefined;
    }
    case "PathExpression": {
      const path = expression as hbs.AST.PathExpression;
      const reading = read(path, visit.scope);
      if (reading.kind === "value") return reading;
      if (reading.kind === "uncertain") {
        const construct = `${quoted(path.original)} between values of one kind, which may be the same one,`;
        const remedy = 'Give the outer value a name with `as |name|`, and write that instead of "../".';
        report(visit, path, "FC5009", { construct, remedy });
        return undefined;
      }
      const remedy = reading.kind === "outside" ? reading.remedy : unknownRemedy(path, visit.scope, reading);
      reportUnknown(visit, path, path.original, remedy);
      return undefined;
    }
    case "StringLiteral":
    case "NumberLiteral":
      return constant("text");
    case "BooleanLiteral":
      return constant("flag");
    default:
      reportUnknown(visit, expression, expressionText(expression), "Name something that is in the view.");
      return undefined;
  }
}

function constant(kind: "text" | "flag"): Value {
  const shape = { kind, description: "" } as const;
  return { kind: "value", shape, absent: undefined, presence: { base: { shape }, path: [] } };
}

function misuseOf(
  shape: Value["shape"],
  use: Use,
  written: string,
): { readonly use: string; readonly remedy: string } | undefined {
  if (use === "print" && shape.kind !== "text") {
    const remedies = {
      list: `Write {{#each ${written}}} … {{/each}}.`,
      flag: `Ask for it: {{#if ${written}}} … {{/if}}.`,
      record: `Name one of its fields: ${Object.keys(fieldsOf(shape)).join(", ")}.`,
    };
    return { use: "only a text can be written", remedy: remedies[shape.kind] };
  }
  if (use === "each" && shape.kind !== "list") {
    const block = shape.kind === "record" ? "with" : "if";
    return { use: "{{#each}} goes through a list", remedy: `Write {{#${block} ${written}}} … {{/${block}}}.` };
  }
  if (use === "with" && (shape.kind === "flag" || shape.kind === "list")) {
    const block = shape.kind === "flag" ? "if" : "each";
    return { use: "{{#with}} steps into one value", remedy: `Write {{#${block} ${written}}} … {{/${block}}}.` };
  }
  return undefined;
}

function guardText(written: string, { absent, presence }: Value): string {
  const unwritten = presence.path.length - (absent ?? []).length;
  if (unwritten === 0) return written;
  return written.split(/[./]/).slice(0, -unwritten).join(".");
}

function unknownRemedy(
  path: hbs.AST.PathExpression,
  { contexts }: Scope,
  { step, known }: Extract<Reading, { readonly kind: "unknown" }>,
): string {
  const outer = [...contexts].reverse().findIndex(({ shape }) => Object.hasOwn(fieldsOf(shape), step));
  if (!path.data && path.depth === 0 && step === path.parts[0] && outer > 0) {
    return `Write "${"../".repeat(outer)}${path.original}": it belongs to what is around this block.`;
  }
  const place = path.original.lastIndexOf(step);
  return knownRemedy(step, known, (guess) =>
    path.data ? guess : path.original.slice(0, place) + guess + path.original.slice(place + step.length),
  );
}
