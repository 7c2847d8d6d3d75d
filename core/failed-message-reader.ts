import type { Catalog, Code, Failure } from "./catalog.ts";
import { type FailedMessageReason, failedMessageReason } from "./failed-message-reason.ts";
import { fieldOf } from "./field-of.ts";
import { type Classification, classifier } from "./sources/classifier.ts";

/** What a failed message says, and what its platform's error means. */
export interface ReadMessage {
  readonly status: string | undefined;
  /**
   * Who says which failure it is: the `message` itself; the `source`, where the message holds no code of the catalog;
   * or nobody, since the message holds neither.
   */
  readonly saidBy: "message" | "source" | undefined;
  readonly failure: Failure | undefined;
  /** `failure.code` as the message holds it, known to the catalog or not. */
  readonly failureCode: string | number | undefined;
  /** `failure.source` as the message holds it. */
  readonly source: { readonly name: string | undefined; readonly code: string | number | undefined };
  readonly details: string | undefined;
  readonly reason: FailedMessageReason;
  /** The platform's own text: the details in `reason`, or all of `reason` where it is not written in parts, else `details`. */
  readonly text: string | undefined;
  /** What the error of the source means, by the mappings of the catalog; its `mapping` holds the platform's own name. */
  readonly classification: Classification;
  /** What was read, untouched. */
  readonly input: unknown;
}

/**
 * A function that reads failed messages. It takes anything and never throws. The text that mappings match is the platform's
 * own.
 */
export function failedMessageReader(catalog: Catalog): (message: unknown) => ReadMessage {
  const classify = classifier(catalog);
  return (input) => {
    const failureObject = fieldOf(input, "failure");
    const sourceObject = fieldOf(failureObject, "source");
    const failureCode = codeIn(failureObject, "code");
    const source = { name: textIn(sourceObject, "name"), code: codeIn(sourceObject, "code") };
    const whole = textIn(input, "reason");
    const reason = failedMessageReason(whole);
    const details = textIn(input, "details");
    const text = reason.details ?? whole ?? details;
    const classification = classify({ source: source.name, code: source.code ?? reason.code, text });
    const said = failureCode === undefined ? undefined : catalog.byCode.get(catalogCode(catalog, failureCode));
    const guessed = source.name === undefined && failureCode === undefined ? undefined : classification.failure;
    return {
      status: textIn(input, "status"),
      saidBy: said !== undefined ? "message" : guessed === undefined ? undefined : "source",
      failure: said ?? guessed,
      failureCode,
      source,
      details,
      reason,
      text,
      classification,
      input,
    };
  };
}

/** A code in the kind that the catalog has: messages that went through other programs hold numbers as strings. */
function catalogCode(catalog: Catalog, code: string | number): Code {
  if (catalog.codeType === "string") return String(code);
  return typeof code === "string" && /^-?[0-9]{1,15}$/.test(code) ? Number(code) : code;
}

function textIn(value: unknown, name: string): string | undefined {
  const held = fieldOf(value, name);
  return typeof held === "string" ? held : undefined;
}

function codeIn(value: unknown, name: string): string | number | undefined {
  const held = fieldOf(value, name);
  return typeof held === "string" || typeof held === "number" ? held : undefined;
}
