import type { Failure } from "../catalog.ts";

/** A failure as sentences about changes name it: `CARD_DECLINED (1001)`. */
export function named({ name, code }: Pick<Failure, "name" | "code">): string {
  return `${name} (${code})`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words[words.length - 1] ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
