import { quoted } from "../quoted.ts";
import { fieldsOf, type Value } from "./scope.ts";
import type { Shape } from "./shape.ts";
import { knownRemedy, reportUnknown } from "./unknown.ts";
import { report, type Visit } from "./walk.ts";

type Evaluate = (visit: Visit, expression: hbs.AST.Expression, use: "pass" | "print") => Value | undefined;

/** The value of `(lookup list 0)`, which may be absent, or of `(lookup group "field")`. */
export function lookedUp(visit: Visit, call: hbs.AST.SubExpression, value: Evaluate): Value | undefined {
  const [of, key] = call.params;
  if (of === undefined || key === undefined || call.params.length > 2) {
    const remedy = 'Write (lookup causes 0) or (lookup category "title").';
    report(visit, call, "FC5011", {
      helper: quoted("lookup"),
      problem: "takes a list or a group of fields, and a place in it",
      remedy,
    });
    return undefined;
  }
  const owner = value(visit, of, "pass");
  if (owner === undefined) return undefined;
  if (key.type === "StringLiteral") {
    const { value: name } = key as hbs.AST.StringLiteral;
    const fields = owner.shape.kind === "record" ? fieldsOf(owner.shape) : {};
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field !== undefined) return valueOfShape(field);
    reportUnknown(visit, key, name, knownRemedy(name, Object.keys(fields)));
    return undefined;
  }
  if (owner.shape.kind !== "list") {
    report(visit, key, "FC5009", { construct: "A lookup of a name that is computed", remedy: "Name the field." });
    return undefined;
  }
  const position = value(visit, key, "print");
  return position === undefined ? undefined : { ...valueOfShape(owner.shape.item), absent: ["lookup"] };
}

function valueOfShape(shape: Shape): Value {
  const present = shape.kind === "optional" ? shape.present : shape;
  return {
    kind: "value",
    shape: present as Value["shape"],
    absent: shape.kind === "optional" ? ["lookup"] : undefined,
    presence: { base: { shape: present }, path: [] },
  };
}
