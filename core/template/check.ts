import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { quoted } from "../quoted.ts";
import { suggestion } from "../suggestion.ts";
import { evaluate, reportHelper } from "./expression.ts";
import { checkPartial } from "./partial.ts";
import { type Binding, bound, entered, type Scope, type Value, withNames, withPresence } from "./scope.ts";
import { reportUnknown } from "./unknown.ts";
import { report, type TemplateCheck, type Visit, type Walk, within } from "./walk.ts";

/**
 * Every mistake that the templates would make with a view of the declared shape: what Handlebars leaves empty without a
 * word (`{{#if typo}}`, `{{#each typo}}`, something that is absent) is found before a page is written.
 */
export function checkTemplates(check: TemplateCheck): readonly Diagnostic[] {
  const walk: Walk = { check, diagnostics: [], said: new Set(), reached: new Set() };
  for (const [name, shape] of check.pages) {
    walk.reached.add(name);
    const template = check.templates.get(name);
    if (template === undefined) continue;
    const root: Binding = { shape };
    const scope: Scope = { contexts: [root], named: new Map(), root, loops: 0, present: [] };
    checkProgram({ walk, name, template, caller: undefined, scope }, template.program);
  }
  // What an unreadable template calls is not known.
  return check.unreadable.size > 0 ? walk.diagnostics : [...walk.diagnostics, ...unused(walk)];
}

function* unused({ check, reached }: Walk): Generator<Diagnostic> {
  for (const [name, { builtIn, file, name: template }] of check.templates) {
    if (builtIn || reached.has(name)) continue;
    const guess = suggestion(name, reached);
    const remedy =
      guess === undefined
        ? `Call it with {{> ${name}}}, or remove the file.`
        : `Rename it to "${guess}.hbs" to take that template's place, or call it with {{> ${name}}}.`;
    yield diagnostic("FC5008", { file, start: 0, end: 0 }, { template: quoted(template), remedy });
  }
}

function checkProgram(visit: Visit, program: hbs.AST.Program | undefined): void {
  for (const statement of program?.body ?? []) checkStatement(visit, statement);
}

function checkStatement(visit: Visit, statement: hbs.AST.Statement): void {
  switch (statement.type) {
    case "ContentStatement":
    case "CommentStatement":
      break;
    case "MustacheStatement":
      checkMustache(visit, statement as hbs.AST.MustacheStatement);
      break;
    case "BlockStatement":
      checkBlock(visit, statement as hbs.AST.BlockStatement);
      break;
    case "PartialStatement":
      checkPartial(visit, statement as hbs.AST.PartialStatement, checkProgram);
      break;
    case "PartialBlockStatement": {
      const remedy = "Write {{> name}}, and what the block holds beside it.";
      report(visit, statement, "FC5009", { construct: "A partial with a block", remedy });
      break;
    }
    default: {
      const remedy = "Put what it holds into a file of its own and call it with {{> name}}.";
      report(visit, statement, "FC5009", { construct: "A decorator", remedy });
    }
  }
}

function checkMustache(visit: Visit, mustache: hbs.AST.MustacheStatement): void {
  const { params, hash } = mustache;
  if (mustache.path.type !== "PathExpression") {
    const remedy = "Write the text itself, without braces.";
    reportUnknown(visit, mustache.path, String((mustache.path as hbs.AST.PathExpression).original), remedy);
    return;
  }
  const path = mustache.path as hbs.AST.PathExpression;
  const name = path.original;
  if (name === "lookup") {
    evaluate(visit, { ...mustache, type: "SubExpression" } as hbs.AST.Expression, "print");
  } else if (Object.hasOwn(blocks, name)) {
    const remedy = `Write {{#${name} …}} … {{/${name}}}.`;
    report(visit, mustache, "FC5011", { helper: quoted(name), problem: "begins a block", remedy });
  } else if (params.length > 0 || hash !== undefined) {
    reportHelper(visit, path);
  } else {
    evaluate(visit, path, "print");
  }
}

/** The scopes of a block's two branches. */
interface Branches {
  readonly inside: Scope;
  readonly otherwise: Scope;
}

const blocks: Readonly<Record<string, (value: Value, scope: Scope, names: readonly string[]) => Branches>> = {
  if: (value, scope) => ({ inside: withPresence(scope, value.presence), otherwise: scope }),
  unless: (value, scope) => ({ inside: scope, otherwise: withPresence(scope, value.presence) }),
  with: (value, scope, names) => {
    const context = bound(value);
    const inside = entered(withPresence(scope, value.presence), context);
    return { inside: withNames(inside, names, [context]), otherwise: scope };
  },
  each: (value, scope, names) => {
    const item: Binding = { shape: value.shape.kind === "list" ? value.shape.item : value.shape };
    const inside = { ...entered(withPresence(scope, value.presence), item), loops: scope.loops + 1 };
    const index: Binding = { shape: { kind: "text", description: "" } };
    return { inside: withNames(inside, names, [item, index]), otherwise: scope };
  },
};

function checkBlock(visit: Visit, block: hbs.AST.BlockStatement): void {
  const helper = block.path.original;
  const branches = Object.hasOwn(blocks, helper) ? blocks[helper] : undefined;
  if (branches === undefined) {
    reportHelper(visit, block.path);
    return;
  }
  const [param, ...more] = block.params;
  const conditional = helper === "if" || helper === "unless";
  const strange = block.hash?.pairs.find(({ key }) => !(conditional && key === "includeZero"));
  if (param === undefined || more.length > 0 || strange !== undefined) {
    report(visit, strange ?? block.path, "FC5011", {
      helper: quoted(`#${helper}`),
      problem: strange === undefined ? "takes one value" : `has no setting ${quoted(strange.key)}`,
      remedy: `Write {{#${helper} name}} … {{/${helper}}}.`,
    });
    return;
  }
  const value = evaluate(visit, param, helper === "each" || helper === "with" ? helper : "ask");
  // What `each` and `with` would step into is not known then; `if` and `unless` change nothing.
  if (value === undefined && !conditional) return;
  const names = block.program?.blockParams ?? [];
  const { inside, otherwise } =
    value === undefined ? { inside: visit.scope, otherwise: visit.scope } : branches(value, visit.scope, names);
  checkProgram(within(visit, inside), block.program);
  checkProgram(within(visit, otherwise), block.inverse);
}
