import { directionOf } from "../../core/locale-resolution.ts";

/**
 * Keeps what is put into a text from right to left in its own direction (UAX #9): a phone number would be shown with its
 * plus sign at the other end. What is not for end users goes into logs, and has none.
 */
export function isolated(tag: string, part: string): (param: string) => string {
  if (part === "developer" || directionOf(tag) === "ltr") return (param) => param;
  return (param) => `\u2068${param}\u2069`;
}
