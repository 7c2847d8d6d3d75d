import type { Json } from "./target.ts";

/** JSON as it is written into artifacts: keys in the order they were put in, two spaces, a line feed at the end. */
export function stableJson(value: Json): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
