import type { Catalog, Code, Failure } from "../../core/catalog.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { choice, quoted } from "../../core/quoted.ts";
import type { Location } from "../../core/source-file.ts";
import { suggestion } from "../../core/suggestion.ts";
import type { Word } from "./marker-words.ts";

/** Takes words for values, and reports those that are none. */
export interface ValueReader {
  /** The values among the words that are allowed; `what` begins the sentence about another: "There is no column". */
  readonly oneOf: <Value extends string>(words: readonly Word[], what: string, allowed: readonly Value[]) => Value[];
  /** The failure that a code, a name or an alias stands for. */
  readonly failure: (word: Word) => Failure | undefined;
  readonly report: (problem: Diagnostic) => void;
}

/** Most names that a hint lists. */
const mostListed = 12;

/** Makes a reader that adds what it finds to a list. */
export function valueReader(catalog: Catalog, problems: Diagnostic[]): ValueReader {
  return {
    oneOf: (words, what, allowed) =>
      words.flatMap(({ text, at }) => {
        const value = allowed.find((one) => one === text);
        if (value !== undefined) return [value];
        const known = allowed.length > mostListed ? [...allowed.slice(0, mostListed), "…"] : allowed;
        const near = suggestion(text, allowed);
        const remedy =
          near !== undefined
            ? `Did you mean ${quoted(near)}?`
            : known.length === 0
              ? "Remove it: the catalog has none."
              : `Use ${choice(known)}.`;
        problems.push(diagnostic("FC8306", placeOf(at), { what, value: quoted(text), remedy }));
        return [];
      }),
    failure: ({ text, at }) => {
      const found = catalog.byCode.get(codeOf(catalog, text)) ?? catalog.byName.get(text);
      if (found === undefined) {
        problems.push(diagnostic("FC8307", placeOf(at), { code: quoted(text), remedy: remedyFor(catalog, text) }));
      }
      return found;
    },
    report: (problem) => problems.push(problem),
  };
}

/** An empty word is shown at the sign before it. */
function placeOf(at: Location): Location {
  return at.start === at.end ? { ...at, start: at.start - 1 } : at;
}

function codeOf({ codeType }: Catalog, text: string): Code {
  return codeType === "integer" && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function remedyFor({ byCode, byName, reserved }: Catalog, text: string): string {
  if (reserved.some(({ code }) => String(code) === text)) return "It is reserved: name a failure of the catalog.";
  const near = suggestion(
    text,
    /^\d+$/.test(text) ? [...byCode.keys()].map(String) : [...byCode.keys(), ...byName.keys()].map(String),
  );
  if (near === undefined) return "Name a failure of the catalog, by its code or its name.";
  return `Did you mean ${quoted(near)}?`;
}
