import type { MessagePart } from "../catalog.ts";
import type { RelatedLocation } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate, locateInside } from "../json.ts";
import { armSpan, type UsedParam } from "../message-syntax/message-syntax.ts";
import { readText } from "../message-syntax/read-text.ts";
import type { Location, SourceFile } from "../source-file.ts";

/** Where a message's text is written, in the catalog or in the file of a locale. */
export interface TextPlace {
  readonly file: SourceFile;
  readonly path: JsonPath;
  readonly text: string;
  /** Undefined where nobody knows to which failure the text belongs. */
  readonly owner: TextOwner | undefined;
}

/** The failure to which a text belongs, as it stands in the catalog. */
export interface TextOwner {
  readonly file: SourceFile;
  /** Its place among the failures. */
  readonly index: number;
  readonly part: MessagePart | "developer";
  /** The text that is translated; undefined for a text of the catalog itself. */
  readonly source: string | undefined;
}

/** A stretch of a text. */
export function inText({ file, path }: TextPlace, start: number, end: number): Location {
  return locateInside(file, path, start, end);
}

/** Where a message names a param. A plural or select spans its arms; what is said about its param is said at the name. */
export function headOf(place: TextPlace, used: UsedParam): Location {
  const { start, end } = headSpan(place.text, used);
  return inText(place, start, end);
}

/** Where a message names an arm. */
export function armAt(place: TextPlace, used: UsedParam, arm: string): Location {
  const { start, end } = armSpan(place.text, used, arm);
  return inText(place, start, end);
}

function headSpan(text: string, used: UsedParam): { readonly start: number; readonly end: number } {
  if (used.arms.size === 0) return used;
  const start = text.indexOf(used.name, used.start);
  return { start, end: start + used.name.length };
}

const none: readonly RelatedLocation[] = [];

function sourcePath({ index, part }: TextOwner): JsonPath {
  return ["failures", index, "messages", part, "text"];
}

/** The text that a translation was made from, or the first place in it where `words` stand; nothing for other texts. */
export function sourceText(owner: TextOwner | undefined, words?: string): readonly RelatedLocation[] {
  if (owner?.source === undefined) return none;
  const { file, source } = owner;
  const start = words === undefined ? -1 : source.indexOf(words);
  const at =
    words === undefined || start < 0
      ? locate(file, sourcePath(owner))
      : locateInside(file, sourcePath(owner), start, start + words.length);
  return [
    { message: start < 0 ? "This is the text that it translates." : "The text that it translates has it here.", at },
  ];
}

/** Where the text that a translation was made from uses a param; all of that text where it does not. */
export function sourceParam(owner: TextOwner | undefined, name: string): readonly RelatedLocation[] {
  if (owner?.source === undefined) return none;
  const { syntax, names } = readText(owner.source);
  const used = syntax?.used.find((param) => param.name === name);
  const plain = syntax === undefined && names.includes(name);
  if (used === undefined) return plain ? sourceText(owner, `{${name}}`) : sourceText(owner);
  const { start, end } = headSpan(owner.source, used);
  const at = locateInside(owner.file, sourcePath(owner), start, end);
  return [{ message: "The text that it translates has it here.", at }];
}

/** Where a param is declared, or what its declaration says as `property`. */
export function declaration(
  owner: TextOwner | undefined,
  name: string,
  property: "type" | "values" | "grouping" | "pii",
): readonly RelatedLocation[] {
  if (owner === undefined) return none;
  const path = ["failures", owner.index, "params", name, property];
  return [{ message: "The param is declared here.", at: locate(owner.file, path, "key") }];
}

/** What the catalog says about a text beside it: its greatest length, whether it is markup, the note for translators. */
export function besideSource(
  owner: TextOwner | undefined,
  property: "maxLength" | "description",
  message: string,
): readonly RelatedLocation[] {
  if (owner === undefined) return none;
  const at = locate(owner.file, ["failures", owner.index, "messages", owner.part, property], "key");
  return [{ message, at }];
}
