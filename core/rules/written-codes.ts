import type { Code } from "../catalog.ts";
import type { JsonPath } from "../json/path.ts";
import type { CatalogDraft, FailureDraft } from "./catalog-draft.ts";
import { entriesOf } from "./catalog-draft.ts";

/** A code somewhere in a catalog. */
export interface WrittenCode {
  readonly code: Code;
  readonly path: JsonPath;
  /** Whether the code is given here: to a failure, or to a reservation. Otherwise it refers to a failure. */
  readonly own: boolean;
  /** The property that refers to a failure; "code" where the code is given. */
  readonly property: string;
  /** The failure that refers to another one, or that the code is given to. */
  readonly failure: FailureDraft | undefined;
}

/** Every code that is written in a catalog: given, reserved, or referred to. */
export function* writtenCodes(catalog: CatalogDraft): Iterable<WrittenCode> {
  const { fallback, reserved } = catalog.raw;
  if (fallback !== undefined) {
    yield { code: fallback, path: ["fallback"], own: false, property: "fallback", failure: undefined };
  }
  for (const { raw, index } of entriesOf(reserved)) {
    if (raw.code === undefined) continue;
    yield { code: raw.code, path: ["reserved", index, "code"], own: true, property: "code", failure: undefined };
  }
  for (const failure of catalog.failures) {
    const { code } = failure.raw;
    if (code !== undefined) {
      yield { code, path: ["failures", failure.index, "code"], own: true, property: "code", failure };
    }
    yield* references(failure);
  }
}

function* references(failure: FailureDraft): Iterable<WrittenCode> {
  const { raw, index } = failure;
  for (const [entry, code] of (raw.related ?? []).entries()) {
    if (code === undefined) continue;
    yield { code, path: ["failures", index, "related", entry], own: false, property: "related", failure };
  }
  for (const ending of ["deprecated", "retired"] as const) {
    const code = raw[ending]?.replacedBy;
    if (code === undefined) continue;
    const path = ["failures", index, ending, "replacedBy"];
    yield { code, path, own: false, property: "replacedBy", failure };
  }
}
