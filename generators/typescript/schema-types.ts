import type { Catalog } from "../../core/catalog.ts";
import { failedMessageTypes } from "../../core/failed-message-types.gen.js";

/** The types of a failed message's JSON Schema, in the layout of everything this target emits. */
export function schemaTypes(catalog: Catalog): string {
  const lines: string[] = [];
  let inside = false;
  for (const line of failedMessageTypes[catalog.codeType].trim().split("\n")) {
    if (line === "}") inside = false;
    const isField = inside && !/^(\/\*\*| \*)/.test(line);
    if (!inside && line === "/**" && lines.length > 0) lines.push("");
    lines.push(`${inside ? "  " : ""}${line}${isField ? ";" : ""}`);
    if (line.endsWith("{")) inside = true;
  }
  return lines.join("\n").replace(/^( *)\/\*\*\n *\* (.*)\n *\*\/$/gm, "$1/** $2 */");
}
