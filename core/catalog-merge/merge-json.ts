import { areSame, type Child, childrenOf, sliceOf, type Written } from "./written.ts";

/** The three versions of a merge. */
export type Version = "base" | "ours" | "theirs";

/**
 * A merged text. Where both sides wrote something else, it has a version of each, and of what both started from; undefined
 * where one has nothing there.
 */
export type MergedText = string | Readonly<Record<Version, string | undefined>>;

/** How lists are merged. */
export interface ListIdentities {
  /** What the items of the array at a path are known by; undefined where they are nothing but a sequence. */
  idsOf(version: Version, array: Written, path: readonly string[]): readonly string[] | undefined;
}

/** A merge, as far as it came: where both sides wrote something else, `conflicts` names it. */
export interface JsonMerge {
  readonly text: MergedText;
  /** Places, as people read them: `CARD_DECLINED.title`. */
  readonly conflicts: readonly string[];
}

/** Merges two JSON texts that come from a third one. What nobody but the others changed is taken over byte for byte. */
export function mergeJson(versions: Readonly<Record<Version, Written>>, lists: ListIdentities): JsonMerge {
  const { base, ours, theirs } = versions;
  const conflicts: string[] = [];
  const lineEnd = ours.text.includes("\r\n") ? "\r\n" : "\n";
  const adopted = (text: string): string => text.replace(/\r?\n/g, lineEnd);

  function mergeValue(from: Written | undefined, our: Written, their: Written, path: readonly string[]): MergedText {
    if (areSame(our, their)) return sliceOf(our);
    if (from !== undefined && areSame(from, their)) return sliceOf(our);
    if (from !== undefined && areSame(from, our)) return adopted(sliceOf(their));
    const merged =
      isMergeable(our) && our.node.type === their.node.type ? mergeContainers(from, our, their, path) : undefined;
    if (merged !== undefined) return merged;
    conflicts.push(path.join("."));
    return {
      base: from === undefined ? undefined : adopted(sliceOf(from)),
      ours: sliceOf(our),
      theirs: adopted(sliceOf(their)),
    };
  }

  function mergeContainers(
    from: Written | undefined,
    our: Written,
    their: Written,
    path: readonly string[],
  ): MergedText | undefined {
    const before = from?.node.type === our.node.type ? from : undefined;
    if (our.node.type === "object") {
      return mergeChildren(
        before === undefined ? [] : childrenOf(before),
        childrenOf(our),
        childrenOf(their),
        our,
        path,
      );
    }
    // A list that became another kind of value cannot be told from one that was written anew.
    if (from !== undefined && before === undefined) return undefined;
    const ids = {
      base: before === undefined ? [] : lists.idsOf("base", before, path),
      ours: lists.idsOf("ours", our, path),
      theirs: lists.idsOf("theirs", their, path),
    };
    if (ids.base === undefined || ids.ours === undefined || ids.theirs === undefined) return undefined;
    const old = before === undefined ? [] : childrenOf(before, ids.base);
    return mergeChildren(old, childrenOf(our, ids.ours), childrenOf(their, ids.theirs), our, path);
  }

  function mergeChildren(
    old: readonly Child[],
    our: readonly Child[],
    their: readonly Child[],
    container: Written,
    path: readonly string[],
  ): MergedText {
    const before = new Map(old.map((child) => [child.id, child]));
    const added = insertions(before, our, their, path);
    const theirsById = new Map(their.map((child) => [child.id, child]));
    const slots: Slot[] = [];
    let waiting: Slot[] = [...(added.get(undefined) ?? [])];
    for (const child of our) {
      // Behind what we added at the same place: ours first.
      if (before.has(child.id) || theirsById.has(child.id)) slots.push(...waiting.splice(0));
      const kept = keptChild(before.get(child.id), child, theirsById.get(child.id), path);
      if (kept !== undefined) slots.push({ text: kept, child });
      waiting = [...waiting, ...(added.get(child.id) ?? [])];
    }
    slots.push(...waiting);
    return containerText(container, slots, our, their, adopted);
  }

  /** What becomes of a child of ours; undefined where it goes. */
  function keptChild(
    from: Child | undefined,
    our: Child,
    their: Child | undefined,
    path: readonly string[],
  ): MergedText | undefined {
    const inside = [...path, our.id];
    if (their !== undefined) return headed(our.head, mergeValue(from?.value, our.value, their.value, inside));
    if (from === undefined) return our.slice;
    if (areSame(from.value, our.value)) return undefined;
    conflicts.push(inside.join("."));
    return { base: adopted(from.slice), ours: our.slice, theirs: undefined };
  }

  /** What they have and we do not, by the child of ours that it follows. */
  function insertions(
    before: ReadonlyMap<string, Child>,
    our: readonly Child[],
    their: readonly Child[],
    path: readonly string[],
  ): ReadonlyMap<string | undefined, readonly Slot[]> {
    const oursIds = new Set(our.map(({ id }) => id));
    const found = new Map<string | undefined, Slot[]>();
    let anchor: string | undefined;
    for (const child of their) {
      if (oursIds.has(child.id)) {
        anchor = child.id;
        continue;
      }
      const from = before.get(child.id);
      if (from !== undefined && areSame(from.value, child.value)) continue;
      const slice = adopted(child.slice);
      if (from !== undefined) conflicts.push([...path, child.id].join("."));
      const text = from === undefined ? slice : { base: adopted(from.slice), ours: undefined, theirs: slice };
      found.set(anchor, [...(found.get(anchor) ?? []), { text, child: undefined }]);
    }
    return found;
  }

  return { text: mergeValue(base, ours, theirs, []), conflicts };
}

function isMergeable({ node }: Written): boolean {
  return node.type === "object" || node.type === "array";
}

function headed(head: string, text: MergedText): MergedText {
  if (typeof text === "string") return head + text;
  const part = (version: Version): string | undefined => {
    const value = text[version];
    return value === undefined ? undefined : head + value;
  };
  return { base: part("base"), ours: part("ours"), theirs: part("theirs") };
}

interface Slot {
  readonly text: MergedText;
  /** The child of ours that stands here; undefined for one of theirs. */
  readonly child: Child | undefined;
}

/** A container with other children in it, laid out as ours is. */
function containerText(
  container: Written,
  slots: readonly Slot[],
  our: readonly Child[],
  their: readonly Child[],
  adopted: (text: string) => string,
): MergedText {
  const whole = sliceOf(container);
  const [open, close] = [whole.slice(0, 1), whole.slice(-1)];
  const firstLead = our[0]?.lead ?? adopted(their[0]?.lead ?? "");
  const fallback = firstLead.includes("\n") ? firstLead : adopted(their[1]?.lead ?? " ");
  const nextLead = our[1]?.lead ?? fallback;
  const lastTail = our.at(-1)?.tail ?? adopted(their.at(-1)?.tail ?? "");
  const render = (version: Version): string => {
    const parts: string[] = [];
    let pendingTail = "";
    for (const { text, child } of slots) {
      const part = typeof text === "string" ? text : text[version];
      if (part === undefined) continue;
      const isFirst = parts.length === 0;
      const wasFirst = child === undefined || child === our[0];
      const lead = isFirst ? firstLead : wasFirst ? nextLead : child.lead;
      parts.push(`${isFirst ? "" : `${pendingTail},`}${lead}${part}`);
      pendingTail = child === undefined || child === our.at(-1) ? "" : child.tail;
    }
    return parts.length === 0 ? open + close : `${open}${parts.join("")}${lastTail}${close}`;
  };
  if (slots.every(({ text }) => typeof text === "string")) return render("ours");
  return { base: render("base"), ours: render("ours"), theirs: render("theirs") };
}
