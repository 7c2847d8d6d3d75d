import type { Node } from "jsonc-parser";
import type { Code } from "../catalog.ts";
import { written } from "./written.ts";

/** A catalog's text with other codes in it: those of failures, and all that refer to them. Everything else keeps its bytes. */
export function withCodes(text: string, codes: ReadonlyMap<Code, Code>): string {
  if (codes.size === 0) return text;
  const edits = placesOfCodes(written(text)?.node)
    .flatMap(({ offset, length, value }) => {
      const code = codes.get(value as Code);
      return code === undefined ? [] : [{ offset, length, content: JSON.stringify(code) }];
    })
    .sort((left, right) => left.offset - right.offset);
  let result = "";
  let at = 0;
  for (const { offset, length, content } of edits) {
    result += text.slice(at, offset) + content;
    at = offset + length;
  }
  return result + text.slice(at);
}

/** Every code that is given to a failure or refers to one, in a payload that was seen as well; reservations are none. */
function placesOfCodes(catalog: Node | undefined): readonly Node[] {
  const found: (Node | undefined)[] = [memberOf(catalog, "fallback")];
  for (const failure of memberOf(catalog, "failures")?.children ?? []) {
    found.push(memberOf(failure, "code"), ...(memberOf(failure, "related")?.children ?? []));
    for (const ending of ["deprecated", "retired"]) found.push(memberOf(memberOf(failure, ending), "replacedBy"));
    for (const example of memberOf(failure, "examples")?.children ?? []) {
      found.push(memberOf(memberOf(memberOf(example, "payload"), "failure"), "code"));
    }
  }
  return found.filter((node) => node !== undefined);
}

function memberOf(object: Node | undefined, name: string): Node | undefined {
  if (object?.type !== "object") return undefined;
  return object.children?.find(({ children: [key] = [] }) => key?.value === name)?.children?.[1];
}
