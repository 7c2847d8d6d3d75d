import { type CatalogCodes, catalogCodes } from "../allocation/catalog-codes.ts";
import { parseJson } from "../json.ts";
import { withCodes } from "./code-places.ts";
import type { Identities } from "./identities.ts";
import { type JsonMerge, type ListIdentities, mergeJson, type Version } from "./merge-json.ts";
import { type Collision, type Renumbered, renumbering, type Surroundings } from "./renumbering.ts";
import { type Written, written } from "./written.ts";

/** Three texts of a catalog. */
export type CatalogTexts = Readonly<Record<Version, string>>;

/** What came of a merge. */
export interface CatalogMerge {
  /**
   * The merged text, with our, their and the old version of whatever both sides wrote differently: a merge by lines of these
   * three gives the conflicts and nothing else. Without one, all three are the same.
   */
  readonly texts: CatalogTexts;
  readonly conflicts: readonly string[];
  readonly renumbered: readonly Renumbered[];
  readonly collisions: readonly Collision[];
}

/**
 * Merges two catalogs that come from a third, failure by failure; other JSON is merged member by member. Undefined where one
 * of the texts is no JSON without mistakes: nothing is known of it, then.
 */
export function mergeCatalogs(texts: CatalogTexts, surroundings: Surroundings): CatalogMerge | undefined {
  const none = { conflicts: [], renumbered: [], collisions: [] };
  if (texts.base === texts.ours || texts.ours === texts.theirs) return { texts: same(texts.theirs), ...none };
  if (texts.base === texts.theirs) return { texts: same(texts.ours), ...none };
  const values = { base: valueIn(texts.base), ours: valueIn(texts.ours), theirs: valueIn(texts.theirs) };
  if (values.base === undefined || values.ours === undefined || values.theirs === undefined) return undefined;
  const codes = {
    base: catalogCodes(values.base.value) ?? noCodes,
    ours: catalogCodes(values.ours.value),
    theirs: catalogCodes(values.theirs.value),
  };
  if (codes.ours === undefined || codes.theirs === undefined) return merged(texts, none, undefined);
  const plan = renumbering({ base: codes.base, ours: codes.ours, theirs: codes.theirs }, surroundings);
  return merged(
    {
      base: withCodes(texts.base, plan.codes.base),
      ours: withCodes(texts.ours, plan.codes.ours),
      theirs: withCodes(texts.theirs, plan.codes.theirs),
    },
    plan,
    plan.identities,
  );
}

function merged(
  texts: CatalogTexts,
  { renumbered, collisions }: Pick<CatalogMerge, "renumbered" | "collisions">,
  identities: Identities | undefined,
): CatalogMerge | undefined {
  const base = written(isNothing(texts.base) ? "{}" : texts.base);
  const ours = written(texts.ours);
  const theirs = written(texts.theirs);
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const { text, conflicts }: JsonMerge = mergeJson({ base, ours, theirs }, identitiesOfLists(identities));
  const whole = (part: string): string =>
    texts.ours.slice(0, ours.node.offset) + part + texts.ours.slice(ours.node.offset + ours.node.length);
  const results =
    typeof text === "string"
      ? same(whole(text))
      : { base: whole(text.base ?? ""), ours: whole(text.ours ?? ""), theirs: whole(text.theirs ?? "") };
  return { texts: results, conflicts, renumbered, collisions };
}

function same(text: string): CatalogTexts {
  return { base: text, ours: text, theirs: text };
}

/** Where both sides added the file, git gives an empty one for the version they come from. */
function isNothing(text: string): boolean {
  return text.trim() === "";
}

const noCodes: CatalogCodes = { codeType: "integer", categories: [], failures: [], reserved: [] };

function valueIn(text: string): { readonly value: unknown } | undefined {
  if (isNothing(text)) return { value: {} };
  const { value, diagnostics } = parseJson({ path: "", text });
  return value === undefined || diagnostics.length > 0 ? undefined : { value };
}

/** By the name of a list of objects, the member that tells its items apart. */
const keys: Readonly<Record<string, string>> = {
  reserved: "code",
  categories: "id",
  statuses: "id",
  surfaces: "title",
  aliases: "name",
  examples: "title",
};

/** Lists of texts and codes of which each stands there once, in any order. */
const sets = ["related", "statuses", "glossary"];

function identitiesOfLists(failures: Identities | undefined): ListIdentities {
  return {
    idsOf(version, array, path) {
      const [list = "", inPayload] = [path.at(-1), path.includes("payload")];
      if (inPayload) return undefined;
      if (list === "failures" && path.length === 1) return unique(failures?.[version], array);
      const items = array.node.children ?? [];
      const ids = items.map((item) => {
        if (item.type !== "object") return sets.includes(list) ? JSON.stringify(item.value) : undefined;
        const member = item.children?.find(({ children: [key] = [] }) => key?.value === keys[list])?.children?.[1];
        return member === undefined ? undefined : String(member.value);
      });
      return ids.every((id) => id !== undefined) ? unique(ids, array) : undefined;
    },
  };
}

function unique(ids: readonly string[] | undefined, { node }: Written): readonly string[] | undefined {
  if (ids === undefined || ids.length !== (node.children?.length ?? 0)) return undefined;
  return new Set(ids).size === ids.length ? ids : undefined;
}
