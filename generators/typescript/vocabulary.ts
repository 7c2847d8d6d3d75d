import type { Catalog } from "../../core/catalog.ts";
import {
  aliasDocumentation,
  categoryDocumentation,
  failureDocumentation,
  type NameOf,
  statusDocumentation,
} from "./documentation.ts";
import type { Enumeration, Member } from "./enumeration.ts";

/** The name of an enumeration's member for a category or a status: `sending_failed` gives `SENDING_FAILED`. */
export function memberName(id: string): string {
  return id.toUpperCase().replaceAll("-", "_");
}

/** Gives the name of a failure of this catalog by its code. */
export function nameIn(catalog: Catalog): NameOf {
  return (code) => catalog.byCode.get(code)?.name;
}

/** The codes of a catalog: every failure by its name, and directly after it by its aliases. */
export function failureCodes(catalog: Catalog): Enumeration {
  const nameOf = nameIn(catalog);
  const members: Member[] = [];
  for (const failure of catalog.failures) {
    const value = failure.code;
    members.push({ name: failure.name, value, documentation: () => failureDocumentation(failure, nameOf) });
    for (const alias of failure.aliases) {
      members.push({ name: alias.name, value, documentation: () => aliasDocumentation(alias, failure) });
    }
  }
  return {
    name: "FailureCode",
    documentation: "A failure code that this version of the catalog knows. The set grows: expect others too.",
    members,
  };
}

/** The categories of a catalog. */
export function failureCategories(catalog: Catalog): Enumeration {
  const members = catalog.categories.map((category) => ({
    name: memberName(category.id),
    value: category.id,
    documentation: () => categoryDocumentation(category),
  }));
  return { name: "FailureCategory", documentation: "A group of failures.", members };
}

/** The statuses that mean failure. */
export function failureStatuses(catalog: Catalog): Enumeration {
  const members = catalog.statuses.map((status) => ({
    name: memberName(status.id),
    value: status.id,
    documentation: () => statusDocumentation(status),
  }));
  return { name: "FailureStatus", documentation: "A message status that means failure.", members };
}
