import type { Code } from "../catalog.ts";
import type { Past, PastFailure } from "../evolution/past.ts";
import type { Ledger } from "./ledger.ts";

/** What all releases of a ledger had. */
export function pastOf({ lines }: Ledger): Past {
  const byCode = new Map<Code, PastFailure>();
  const byName = new Map<string, PastFailure>();
  const deprecated = new Set<Code>();
  for (const { version, failures } of lines) {
    for (const { code, name, aliases, meaning, state } of failures) {
      const failure: PastFailure = { code, name, meaning, release: version };
      byCode.set(code, failure);
      for (const one of [name, ...aliases]) byName.set(one, failure);
      if (state === "deprecated") deprecated.add(code);
    }
  }
  return { byCode, byName, deprecated };
}
