import type { Catalog } from "../../core/catalog.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { failedMessage, failureObject, failureSource } from "../../core/failed-message-shape.ts";
import { locate } from "../../core/json.ts";
import { choice, kindOf, quoted, quotedValue } from "../../core/quoted.ts";

/** The keywords that the schemas of a failed message are made of. */
interface Shape {
  readonly $ref?: string;
  readonly type?: "object" | "string" | "integer";
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
}

type Definitions = Readonly<Record<string, Shape>>;

/** What keeps a value from being of a shape, and where. */
interface Misfit {
  readonly path: readonly string[];
  readonly problem: string;
}

const nouns = { object: "an object", string: "a string", integer: "an integer" } as const;

function isOfType(value: unknown, type: Shape["type"]): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return type === undefined || typeof value === type;
}

function* misfits(value: unknown, shape: Shape, path: readonly string[], definitions: Definitions): Generator<Misfit> {
  const place = path.length === 0 ? "the payload" : quoted(path.join("."));
  const referred = shape.$ref === undefined ? undefined : definitions[shape.$ref.replace("#/$defs/", "")];
  if (referred !== undefined) yield* misfits(value, referred, path, definitions);
  if (shape.type !== undefined && !isOfType(value, shape.type)) {
    const found = typeof value === "number" ? String(value) : kindOf(value);
    yield { path, problem: `${place} is ${found}, not ${nouns[shape.type]}` };
    return;
  }
  if (shape.enum !== undefined && !shape.enum.some((word) => word === value)) {
    yield { path, problem: `${place} is ${quotedValue(value)}, not ${choice(shape.enum)}` };
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of shape.required ?? []) {
    if (!Object.hasOwn(fields, name)) yield { path, problem: `${place} has no ${quoted(name)}` };
  }
  for (const [name, inner] of Object.entries(shape.properties ?? {})) {
    if (Object.hasOwn(fields, name)) yield* misfits(fields[name], inner, [...path, name], definitions);
  }
}

/** The shape of a failed message as failed-message.schema.json has it, without what editors show. */
function definitionsOf(catalog: Catalog): Definitions {
  const statuses = catalog.statuses.map(({ id }) => id);
  return {
    failureObject: failureObject as Shape,
    failureSource: failureSource as Shape,
    failureCode: { type: catalog.codeType },
    failureStatus: statuses.length === 0 ? { type: "string" } : { enum: statuses },
  };
}

/** The examples of a catalog that are no failed messages by its own schema, each with every reason. */
export function* exampleLimits(catalog: Catalog): Generator<Diagnostic> {
  const definitions = definitionsOf(catalog);
  for (const { name, examples, origin } of catalog.failures) {
    for (const [index, { title, payload }] of examples.entries()) {
      for (const { path, problem } of misfits(payload, failedMessage as Shape, [], definitions)) {
        const at = locate(origin.file, [...origin.path, "examples", index, "payload", ...path]);
        yield diagnostic("FC5301", at, { title: quoted(title), name, problem });
      }
    }
  }
}
