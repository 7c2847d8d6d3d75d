import { type Diagnostic, type DiagnosticCode, diagnostic } from "../diagnostics/diagnostic.ts";
import { locationOf, type ParsedTemplate } from "./parse.ts";
import type { Scope } from "./scope.ts";
import type { RecordShape } from "./shape.ts";

/** What is to be checked: pages, each with the shape of its view, and every template that may be called. */
export interface TemplateCheck {
  readonly pages: ReadonlyMap<string, RecordShape>;
  /** By the name a partial is called by: `partials/footer`. */
  readonly templates: ReadonlyMap<string, ParsedTemplate>;
  /** Names of templates that exist and could not be read. */
  readonly unreadable: ReadonlySet<string>;
}

/** A check under way: what it found, and the templates it came by. */
export interface Walk {
  readonly check: TemplateCheck;
  readonly diagnostics: Diagnostic[];
  readonly said: Set<string>;
  readonly reached: Set<string>;
}

/** A template that is walked: where the walk came from, and what can be read here. */
export interface Visit {
  readonly walk: Walk;
  /** The name it is called by. */
  readonly name: string;
  readonly template: ParsedTemplate;
  readonly caller: { readonly visit: Visit; readonly node: hbs.AST.Node } | undefined;
  readonly scope: Scope;
}

/** The same template with other things to read: inside of a block. */
export function within(visit: Visit, scope: Scope): Visit {
  return { ...visit, scope };
}

/**
 * Reports a mistake where its author can mend it: one in a built-in partial is the mistake of the user's template that
 * called it with another context. What a partial says once is not said again for every caller.
 */
export function report<Code extends DiagnosticCode>(
  visit: Visit,
  node: hbs.AST.Node,
  code: Code,
  words: Parameters<typeof diagnostic<Code>>[2],
): void {
  const origin = locationOf(visit.template.file, node.loc);
  let at = origin;
  for (let inner = visit; inner.template.builtIn && inner.caller !== undefined; inner = inner.caller.visit) {
    at = locationOf(inner.caller.visit.template.file, inner.caller.node.loc);
  }
  const related = at === origin ? [] : [{ message: `Read by the built-in template "${visit.name}".`, at: origin }];
  const found = diagnostic(code, at, words, related);
  const key = `${found.code} ${at.file.path} ${at.start} ${found.message}`;
  if (visit.walk.said.has(key)) return;
  visit.walk.said.add(key);
  visit.walk.diagnostics.push(found);
}
