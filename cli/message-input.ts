import { decode } from "../core/decode.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { parseJson } from "../core/json.ts";
import { kindOf, quoted } from "../core/quoted.ts";
import type { Input } from "./host/host.ts";
import type { Problem } from "./problem.ts";

/** What came of reading a message's JSON. */
export type MessageReading =
  | { readonly kind: "message"; readonly message: object }
  | { readonly kind: "mistakes"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "problem"; readonly problem: Problem };

/** Name of what is read in reports. */
const name = "standard input";

const hint = "Give the JSON of one message, as the API reports it: `failcodes explain < message.json`.";

/** Reads the JSON of a message of at most so many bytes. What other programs wrote need only be readable, not tidy. */
export async function readMessageFile(input: Input, limit: number): Promise<MessageReading> {
  const content = await input.read(limit);
  if (content === undefined) return problem(`Standard input holds more than ${limit} bytes.`);
  const { file, readable, diagnostics: decoding } = decode({ path: name, content }, limit);
  if (!readable) return { kind: "mistakes", diagnostics: decoding };
  if (file.text.trim() === "") return problem("Nothing came on standard input.");
  const { value, diagnostics: parsing } = parseJson(file);
  if (value === undefined) return { kind: "mistakes", diagnostics: [...decoding, ...parsing] };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return problem(`What came on standard input is no message but ${kindOf(value)}.`);
  }
  if (!isMessage(value)) {
    const inside = Object.entries(value).find(([, inner]) => isMessage(inner))?.[0];
    const remedy =
      inside === undefined ? hint : `The message seems to stand in ${quoted(inside)}: give that part alone.`;
    return problem("What came on standard input is no message: it holds neither a status nor a failure.", remedy);
  }
  return { kind: "message", message: value };
}

/** Whether a value holds anything by which a message tells what became of it. */
function isMessage(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return ["status", "failure", "reason"].some((name) => Object.hasOwn(value, name));
}

function problem(message: string, remedy = hint): MessageReading {
  return { kind: "problem", problem: { message, hint: remedy } };
}
