import type { Shape } from "./shape.ts";

/** Something a template stands in or has named; two are the same only if they are one object. */
export interface Binding {
  readonly shape: Shape;
}

/** What can be read at one place of a template. */
export interface Scope {
  /** The contexts, outermost first; `../` goes back by one. */
  readonly contexts: readonly Binding[];
  /** What `as |name|` gave names to. */
  readonly named: ReadonlyMap<string, Binding>;
  readonly root: Binding;
  /** How many `{{#each}}` stand around. */
  readonly loops: number;
  /** What an `{{#if}}` around has found to be there. */
  readonly present: readonly Presence[];
}

/** A path that is known to lead somewhere. */
export interface Presence {
  readonly base: Binding;
  readonly path: readonly string[];
}

/** Where a path of a template leads. */
export type Reading =
  | {
      readonly kind: "value";
      readonly shape: Exclude<Shape, { readonly kind: "optional" }>;
      /** The first step of the path that may be absent, or undefined where all are there. */
      readonly absent: readonly string[] | undefined;
      readonly presence: Presence;
    }
  /** `step` of the path is not among the fields that are `known` there. */
  | { readonly kind: "unknown"; readonly step: string; readonly known: readonly string[] }
  | { readonly kind: "outside"; readonly remedy: string }
  /** `../` between two contexts that may be one and the same value, which Handlebars then counts once. */
  | { readonly kind: "uncertain" };

/** A value that a path or another expression leads to. */
export type Value = Extract<Reading, { readonly kind: "value" }>;

const loopNames = ["index", "key", "first", "last"];

/** Follows a path of a template; nothing but the fields of a shape is found, so `constructor` and `__proto__` are not. */
export function read(path: hbs.AST.PathExpression, scope: Scope): Reading {
  const start = path.data ? dataStart(path, scope) : contextStart(path, scope);
  if ("kind" in start) return start;
  let shape = start.base.shape;
  let absent: readonly string[] | undefined;
  const walked: string[] = [];
  for (const step of start.steps) {
    const fields = fieldsOf(shape);
    const field = Object.hasOwn(fields, step) ? fields[step] : undefined;
    if (field === undefined) return { kind: "unknown", step, known: Object.keys(fields) };
    walked.push(step);
    shape = field;
    if (shape.kind !== "optional") continue;
    shape = shape.present;
    if (absent === undefined && !isPresent(scope, start.base, walked)) absent = [...walked];
  }
  if (shape.kind === "optional") shape = shape.present;
  return {
    kind: "value",
    shape: shape as Exclude<Shape, { readonly kind: "optional" }>,
    absent,
    presence: { base: start.base, path: start.steps },
  };
}

interface Start {
  readonly base: Binding;
  readonly steps: readonly string[];
}

function contextStart(path: hbs.AST.PathExpression, scope: Scope): Start | Reading {
  const [first, ...rest] = path.parts;
  const scoped = /^\.|this\b/.test(path.original);
  if (first !== undefined && path.depth === 0 && !scoped) {
    const named = scope.named.get(first);
    if (named !== undefined) return { base: named, steps: rest };
  }
  const base = scope.contexts.at(-1 - path.depth);
  const crossed = scope.contexts.slice(-1 - path.depth);
  if (crossed.some(({ shape }, index) => index > 0 && mayBeSame(shape, crossed[index - 1]?.shape))) {
    return { kind: "uncertain" };
  }
  if (base === undefined)
    return { kind: "outside", remedy: 'Leave out a "../": nothing is further out in this template.' };
  return { base, steps: path.parts };
}

function mayBeSame(shape: Shape, other: Shape | undefined): boolean {
  return shape === other || (shape.kind === "text" && other?.kind === "text");
}

function dataStart(path: hbs.AST.PathExpression, scope: Scope): Start | Reading {
  const [first, ...rest] = path.parts;
  if (first === "root") return { base: scope.root, steps: rest };
  if (first === undefined || !loopNames.includes(first)) {
    return { kind: "unknown", step: `@${first}`, known: ["root", ...loopNames].map((name) => `@${name}`) };
  }
  if (path.depth >= scope.loops) return { kind: "outside", remedy: "Move it between {{#each}} and {{/each}}." };
  const kind = first === "first" || first === "last" ? "flag" : "text";
  return { base: { shape: { kind, description: "" } }, steps: rest };
}

const lengthOfList: Readonly<Record<string, Shape>> = { length: { kind: "text", description: "How many there are." } };

/** The fields that can be read of a value. */
export function fieldsOf(shape: Shape): Readonly<Record<string, Shape>> {
  if (shape.kind === "record") return shape.fields;
  return shape.kind === "list" ? lengthOfList : {};
}

function isPresent(scope: Scope, base: Binding, path: readonly string[]): boolean {
  return scope.present.some(
    (known) =>
      known.base === base &&
      known.path.length >= path.length &&
      path.every((step, index) => known.path[index] === step),
  );
}

/** The scope of a block whose context is another one. A context that is the same one is not entered twice. */
export function entered(scope: Scope, context: Binding): Scope {
  return scope.contexts.at(-1) === context ? scope : { ...scope, contexts: [...scope.contexts, context] };
}

/** The scope with names given to some values. */
export function withNames(scope: Scope, names: readonly string[], values: readonly Binding[]): Scope {
  if (names.length === 0) return scope;
  const named = new Map(scope.named);
  for (const [index, name] of names.entries()) {
    const value = values[index];
    if (value !== undefined) named.set(name, value);
  }
  return { ...scope, named };
}

/** The scope inside of a block that is only written where something is there. */
export function withPresence(scope: Scope, presence: Presence): Scope {
  return { ...scope, present: [...scope.present, presence] };
}

/** The value a reading leads to, as a binding; the very binding it began with where the path has no steps. */
export function bound({ shape, presence }: Value): Binding {
  return presence.path.length === 0 ? presence.base : { shape };
}
