import type { RawParam } from "../raw/catalog.gen.ts";
import type { Draft } from "../shape/draft.ts";

/** The params that a message may use. */
export interface DeclaredParams {
  /** Name of the failure, for what is said about it. */
  readonly failure: string;
  readonly params: { readonly [name: string]: Draft<RawParam> | undefined };
  /** Whether a name that is not declared is known to be missing: params that could not be read may hold anything. */
  readonly isMissing: (name: string) => boolean;
}
