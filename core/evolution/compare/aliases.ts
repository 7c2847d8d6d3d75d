import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf } from "../comparison.ts";
import { named } from "../named.ts";

/** Aliases that are new, gone, or there for another reason. A name that becomes an alias, or the reverse, is a renaming. */
export function* aliasChanges(comparison: Comparison): Iterable<Change> {
  for (const kept of comparison.pairing.kept) {
    const { base, head } = kept;
    if (base.aliases.length === 0 && head.aliases.length === 0) continue;
    const failure = named(head);
    const before = new Map(base.aliases.map((alias, index) => [alias.name, { ...alias, index }]));
    const after = new Map(head.aliases.map((alias, index) => [alias.name, { ...alias, index }]));
    for (const [alias, { index, reason }] of before) {
      const later = after.get(alias);
      const subject = fieldOf(comparison, kept, ["aliases", later?.index ?? index], [alias]);
      const place = fieldOf(comparison, kept, ["aliases", index]).base;
      if (later !== undefined) {
        if (later.reason !== reason)
          yield change("alias-reason-changed", { ...subject, base: place }, { alias, failure });
      } else if (alias !== head.name) {
        const gone = fieldOf(comparison, kept, ["aliases"]).head;
        yield change("alias-removed", { ...subject, base: place, head: gone }, { alias, failure });
      }
    }
    for (const [alias, { index }] of after) {
      if (before.has(alias) || alias === base.name) continue;
      const subject = fieldOf(comparison, kept, ["aliases", index], [alias]);
      yield change(
        "alias-added",
        { ...subject, base: fieldOf(comparison, kept, ["aliases"]).base },
        { alias, failure },
      );
    }
  }
}
