import type { RecordShape, Shape } from "../core/template/shape.ts";

/** What the templates of a target may read, in a form to be recorded: page → path of a field → its kind, `?` where it may be absent. */
export type RecordedModel = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The shapes of all pages, recorded. */
export function recordedModel(shapes: Readonly<Record<string, RecordShape>>): RecordedModel {
  const names = Object.keys(shapes).sort();
  return Object.fromEntries(names.map((name) => [name, Object.fromEntries(fields("", shapes[name]))]));
}

function fields(path: string, shape: Shape | undefined, absent = ""): readonly (readonly [string, string])[] {
  if (shape === undefined) return [];
  if (shape.kind === "optional") return fields(path, shape.present, "?");
  const own = path === "" ? [] : [[path, `${shape.kind}${absent}`] as const];
  if (shape.kind === "list") return [...own, ...fields(`${path}[]`, shape.item)];
  if (shape.kind !== "record") return own;
  const inner = Object.entries(shape.fields).map(
    ([name, field]) => [path === "" ? name : `${path}.${name}`, field] as const,
  );
  return [...own, ...inner.flatMap(([at, field]) => fields(at, field))];
}

/** What of a model's version has to go up from one model to the next, and the first reason. */
export function stepBetween(
  before: RecordedModel,
  after: RecordedModel,
): { readonly step: "none" | "minor" | "major"; readonly why: string } {
  let minor: string | undefined;
  for (const [page, known] of Object.entries(before)) {
    const now = after[page];
    if (now === undefined) return { step: "major", why: `the page ${page} is gone` };
    for (const [path, kind] of Object.entries(known)) {
      const other = now[path];
      if (other === undefined) return { step: "major", why: `${page}: ${path} is gone` };
      if (other === kind) continue;
      if (`${other}?` !== kind) return { step: "major", why: `${page}: ${path} was ${kind} and is ${other}` };
      minor ??= `${page}: ${path} is never absent now`;
    }
  }
  for (const [page, now] of Object.entries(after)) {
    for (const path of Object.keys(now)) if (before[page]?.[path] === undefined) minor ??= `${page}: ${path} is new`;
  }
  return minor === undefined ? { step: "none", why: "" } : { step: "minor", why: minor };
}

/** The version that a model has to have after a change of it; one that begins with 0 promises nothing yet. */
export function versionAfter(version: string, step: ReturnType<typeof stepBetween>["step"]): string {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major === 0) return version;
  if (step === "major") return `${major + 1}.0`;
  return step === "minor" ? `${major}.${minor + 1}` : version;
}
