import { mostVariants, variantsOf } from "../../core/message-variants.ts";
import type { Loss, ParsedMessage } from "./message-format.ts";

/** What a format loses that writes a whole text for every combination of arms. */
export function* tooManyVariants({ tree, failure }: ParsedMessage, tag: string): Iterable<Loss> {
  if (variantsOf(tree, failure.params, tag) !== undefined) return;
  const construct = `a text that becomes more than ${mostVariants} texts, or names a large number in one plural and not in another`;
  yield { construct, remedy: "Write fewer choices into it" };
}
