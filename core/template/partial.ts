import { quoted } from "../quoted.ts";
import { suggestion } from "../suggestion.ts";
import { evaluate } from "./expression.ts";
import { type Binding, bound, type Scope } from "./scope.ts";
import type { Shape } from "./shape.ts";
import { report, type Visit } from "./walk.ts";

/** Checks the call of a partial, and what the partial reads in the context of the call. */
export function checkPartial(
  visit: Visit,
  call: hbs.AST.PartialStatement,
  checkProgram: (visit: Visit, program: hbs.AST.Program) => void,
): void {
  const { walk } = visit;
  const name = String((call.name as hbs.AST.PathExpression).original);
  if (call.name.type === "SubExpression" || name.startsWith("@")) {
    const remedy = "Name the partial: {{> name}}.";
    report(visit, call.name, "FC5009", { construct: "A partial whose name is not written here", remedy });
    return;
  }
  if (walk.check.unreadable.has(name)) return;
  const template = walk.check.templates.get(name);
  if (template === undefined) {
    const guess = suggestion(name, walk.check.templates.keys());
    const remedy =
      guess === undefined ? `Add the file "${name}.hbs" to your templates.` : `Write {{> ${guess}}} instead.`;
    report(visit, call.name, "FC5007", { partial: quoted(name), remedy });
    return;
  }
  walk.reached.add(name);
  const between = templatesSince(visit, name);
  if (between !== undefined) {
    const by = between.length === 0 ? "" : ` through ${between.map(quoted).join(", ")}`;
    report(visit, call, "FC5010", { partial: quoted(name), by });
    return;
  }
  const scope = partialScope(visit, call);
  if (scope !== undefined)
    checkProgram({ walk, name, template, caller: { visit, node: call }, scope }, template.program);
}

/** The templates between a call and the template of that name it stands in, outermost first; undefined if it stands in none. */
function templatesSince(visit: Visit, name: string): readonly string[] | undefined {
  const between: string[] = [];
  for (let inner: Visit | undefined = visit; inner !== undefined; inner = inner.caller?.visit) {
    if (inner.name === name) return between.reverse();
    between.push(inner.name);
  }
  return undefined;
}

function partialScope(visit: Visit, call: hbs.AST.PartialStatement): Scope | undefined {
  const { scope } = visit;
  const [param, ...more] = call.params;
  if (more.length > 0) {
    const remedy = "Write {{> name context}}, or {{> name key=value}}.";
    report(visit, call, "FC5011", { helper: quoted(">"), problem: "takes one context", remedy });
    return undefined;
  }
  let context = scope.contexts.at(-1) ?? scope.root;
  if (param !== undefined) {
    const value = evaluate(visit, param, "pass");
    if (value === undefined) return undefined;
    context = bound(value);
  }
  const pairs = call.hash?.pairs ?? [];
  if (pairs.length === 0) return { ...scope, contexts: [context], named: new Map() };
  const fields: Record<string, Shape> = {};
  for (const { key, value } of pairs) {
    const passed = evaluate(visit, value, "ask");
    if (passed === undefined) return undefined;
    const { shape, absent } = passed;
    fields[key] = absent === undefined ? shape : { kind: "optional", description: "", present: shape };
  }
  const extended = extend(context, fields);
  const known = scope.present.filter(({ base, path }) => base === context && !Object.hasOwn(fields, path[0] ?? ""));
  const present = [...scope.present, ...known.map(({ path }) => ({ base: extended, path }))];
  return { ...scope, contexts: [extended], named: new Map(), present };
}

function extend({ shape }: Binding, fields: Readonly<Record<string, Shape>>): Binding {
  const inherited = shape.kind === "record" ? shape.fields : {};
  return { shape: { kind: "record", description: shape.description, fields: { ...inherited, ...fields } } };
}
