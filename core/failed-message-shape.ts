import type { Json } from "./target.ts";

/** A JSON Schema that is an object. */
export type Schema = { readonly [key: string]: Json };

// What of a failed message's schemas is the same for every catalog. `#/$defs/failureCode` and `#/$defs/failureStatus` are
// the catalog's part; the TypeScript types put names in their place, so that they are made once, ahead of time.

/** Where a failure arose. Open: a source that nobody has heard of, and any further field, are welcome. */
export const failureSource: Schema = {
  title: "FailureSource",
  description: "Where the failure arose: the platform or the step that reported it. The set of sources is open.",
  type: "object",
  required: ["name"],
  properties: {
    name: { description: "Name of the source, for example of a platform.", type: "string" },
    code: { description: "The source's own code for the failure, as text.", type: "string" },
  },
  additionalProperties: true,
};

/** The `failure` object of a failed message. */
export const failureObject: Schema = {
  title: "FailureObject",
  description: "Why a message failed: the failure code, and where the failure arose.",
  type: "object",
  required: ["code"],
  properties: {
    code: {
      description: "The failure code. The set is open: a code that this version does not know is valid.",
      $ref: "#/$defs/failureCode",
    },
    source: { description: "Where the failure arose.", $ref: "#/$defs/failureSource" },
  },
  additionalProperties: true,
};

/**
 * A failed message. Open in everything but its status: one of the statuses that mean failure is what makes a message a
 * failed one, so that the schema also tells failed messages from others.
 */
export const failedMessage: Schema = {
  title: "FailedMessage",
  description: "A message that failed, as the API returns it. Further fields are allowed.",
  type: "object",
  required: ["status", "failure"],
  properties: {
    status: { description: "The status, one of those that mean failure.", $ref: "#/$defs/failureStatus" },
    reason: { description: "What the source said, in its own words.", type: "string" },
    details: { description: "The source's words in short.", type: "string" },
    failure: {
      description: "The failure code, and where the failure arose.",
      $ref: "#/$defs/failureObject",
    },
  },
  additionalProperties: true,
};
