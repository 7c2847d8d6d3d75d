import { quoted } from "../core/quoted.ts";
import type { Shape } from "../core/template/shape.ts";
import type { Ink } from "./ink.ts";

/** Every field of a view on a line: how a template writes it, and its value here. Long values are shortened. */
export function viewText(shape: Shape, view: unknown, ink: Ink): string {
  return lines("", shape, view, ink)
    .map((line) => `${line}\n`)
    .join("");
}

function lines(path: string, shape: Shape, value: unknown, ink: Ink): readonly string[] {
  switch (shape.kind) {
    case "text":
      return [`${path} ${ink.dim("=")} ${quoted(String(value))}`];
    case "flag":
      return [`${path} ${ink.dim("=")} ${value === true}`];
    case "optional":
      return value === undefined ? [`${path} ${ink.dim("is absent")}`] : lines(path, shape.present, value, ink);
    case "list": {
      const items = value as readonly unknown[];
      if (items.length === 0) return [`${path} ${ink.dim("is empty")}`];
      return items.flatMap((item, index) => lines(`${path}[${index}]`, shape.item, item, ink));
    }
    case "record":
      return Object.entries(shape.fields).flatMap(([name, field]) => {
        const inner = path === "" ? name : `${path}.${name}`;
        return lines(inner, field, (value as Readonly<Record<string, unknown>>)[name], ink);
      });
  }
}
