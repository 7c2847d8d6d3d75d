import type { JsonPath } from "../json/path.ts";
import { locateInside } from "../json.ts";
import { armSpan, type UsedParam } from "../message-syntax/message-syntax.ts";
import type { Location, SourceFile } from "../source-file.ts";

/** Where a message names a param. A plural or select spans its arms; what is said about its param is said at the name. */
export function headOf(file: SourceFile, path: JsonPath, text: string, used: UsedParam): Location {
  if (used.arms.size === 0) return locateInside(file, path, used.start, used.end);
  const name = text.indexOf(used.name, used.start);
  return locateInside(file, path, name, name + used.name.length);
}

/** Where a message names an arm. */
export function armAt(file: SourceFile, path: JsonPath, text: string, used: UsedParam, arm: string): Location {
  const { start, end } = armSpan(text, used, arm);
  return locateInside(file, path, start, end);
}
