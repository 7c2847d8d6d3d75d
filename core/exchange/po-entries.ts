import type { Location, SourceFile } from "../source-file.ts";
import type { ExchangeProblem } from "./exchange-unit.ts";

/** An entry of a PO file, as far as texts without plural forms of gettext's own have one. */
export interface PoEntry {
  readonly context: string | undefined;
  readonly id: string;
  readonly text: string;
  /** The lines behind `#.`. */
  readonly comments: readonly string[];
  readonly flags: readonly string[];
  /** The strings of the text, quotes included. */
  readonly at: Location;
}

interface Field {
  text: string;
  start: number;
  end: number;
}

interface OpenEntry {
  readonly comments: string[];
  readonly flags: string[];
  readonly fields: Map<string, Field>;
}

const keyword = /^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)[ \t]*(?=")/;

/** Reads a PO file, strictly, by the rules of gettext's manual; obsolete entries are left out. */
export function readPoEntries(file: SourceFile): readonly PoEntry[] | ExchangeProblem {
  const entries: PoEntry[] = [];
  let open: OpenEntry = { comments: [], flags: [], fields: new Map() };
  let current: Field | undefined;
  let offset = 0;
  const close = (): ExchangeProblem | undefined => {
    const { comments, flags, fields } = open;
    open = { comments: [], flags: [], fields: new Map() };
    current = undefined;
    if (fields.size === 0) return undefined;
    const [first] = fields.values();
    const [context, id, text] = [fields.get("msgctxt"), fields.get("msgid"), fields.get("msgstr")];
    const span = text ?? first;
    const at = { file, start: span?.start ?? 0, end: span?.end ?? 0 };
    if (id === undefined) return { at, reason: 'An entry has no "msgid".' };
    if (text === undefined)
      return { at, reason: 'An entry has no "msgstr"; plural forms of gettext are not used here.' };
    entries.push({ context: context?.text, id: id.text, text: text.text, comments, flags, at });
    return undefined;
  };
  for (const line of file.text.split("\n")) {
    const start = offset;
    offset += line.length + 1;
    const content = line.replace(/\r$/, "");
    const trimmed = content.trim();
    if (trimmed === "" || trimmed.startsWith("#~")) continue;
    const indent = content.length - content.trimStart().length;
    const word = keyword.exec(trimmed);
    // An entry ends where another begins: with comments, a context or an id of its own.
    const begins = trimmed.startsWith("#") || word?.[1] === "msgctxt" || word?.[1] === "msgid";
    if (begins && (open.fields.has("msgstr") || (word !== null && open.fields.has(word[1] ?? "")))) {
      const problem = close();
      if (problem !== undefined) return problem;
    }
    if (trimmed.startsWith("#")) {
      if (trimmed.startsWith("#.")) open.comments.push(content.slice(indent + 2).replace(/^ /, ""));
      else if (trimmed.startsWith("#,"))
        open.flags.push(
          ...trimmed
            .slice(2)
            .split(",")
            .map((flag) => flag.trim()),
        );
      continue;
    }
    const from = start + indent + (word?.[0].length ?? 0);
    const read = readString(file, from, start + content.trimEnd().length);
    if (typeof read !== "string") return read;
    const end = start + content.trimEnd().length;
    if (word !== null) {
      current = { text: read, start: from, end };
      open.fields.set(word[1] ?? "", current);
    } else if (current === undefined) {
      return { at: { file, start: from, end }, reason: "A text stands behind no keyword." };
    } else {
      current.text += read;
      current.end = end;
    }
  }
  return close() ?? entries;
}

const escaped: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  a: "\u0007",
  b: "\b",
  f: "\f",
  v: "\v",
  "\\": "\\",
  '"': '"',
};

function readString(file: SourceFile, start: number, end: number): string | ExchangeProblem {
  const { text } = file;
  const problem = (reason: string, from = start): ExchangeProblem => ({
    at: { file, start: from, end: Math.min(end, from + 1) },
    reason,
  });
  if (text[start] !== '"') return problem("A line is neither a comment, a keyword nor a text in quotes.");
  let value = "";
  let at = start + 1;
  for (; at < end && text[at] !== '"'; at++) {
    if (text[at] !== "\\") {
      value += text[at];
      continue;
    }
    const code = /^(?:x[0-9a-fA-F]{2}|[0-7]{1,3})/.exec(text.slice(at + 1, at + 4))?.[0];
    if (code !== undefined) {
      value += String.fromCharCode(
        code.startsWith("x") ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8),
      );
      at += code.length;
      continue;
    }
    const character = escaped[text[at + 1] ?? ""];
    if (character === undefined || at + 1 >= end)
      return problem("A text has a backslash before a character that needs none.", at);
    value += character;
    at++;
  }
  if (at >= end) return problem("A text has no quote at its end.");
  return at === end - 1 ? value : problem("A text is followed by something else.", at + 1);
}
