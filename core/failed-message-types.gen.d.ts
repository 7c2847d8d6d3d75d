/**
 * The TypeScript declarations `FailedMessage`, `FailureObject` and `FailureSource`, made ahead of time from the JSON
 * Schemas, for catalogs of either kind of code (`catalog.codeType`): the text of a `.d.ts` without header and imports. It
 * expects two names in scope, both of which the npm package's main module declares: `FailureCode`, the known codes, and
 * `FailureStatus`, the statuses that mean failure as an enumeration or a union of literals (`string` in a catalog without statuses).
 */
export declare const failedMessageTypes: Readonly<Record<"integer" | "string", string>>;
