import type { Mapping, MappingKey } from "../catalog.ts";

/** Mappings in the order in which a reader looks for a code: numbers by value, then words; whole classes and sources last. */
export function inReadingOrder(mappings: readonly Mapping[]): readonly Mapping[] {
  // The sort is stable: of one code, the most specific mapping stays first.
  return mappings
    .map((mapping) => ({ mapping, place: placeOf(mapping.key) }))
    .sort((left, right) => comparePlaces(left.place, right.place))
    .map(({ mapping }) => mapping);
}

type Place = readonly (string | number)[];

const groups = { exact: 0, range: 0, detail: 1, class: 2, source: 3 } as const;

function placeOf(key: MappingKey): Place {
  const group = groups[key.kind];
  switch (key.kind) {
    case "exact":
      return [group, ...steps(key.code), ...(key.subcode === undefined ? [] : steps(key.subcode))];
    case "range":
      // After a code that is the first of the range.
      return [group, ...steps(String(key.from)), Number.POSITIVE_INFINITY];
    case "detail":
      return [group, ...steps(key.subject), ...steps(key.detail)];
    case "class":
      return [group, ...steps(key.class)];
    case "source":
      return [group];
  }
}

/** Runs of digits as their length and digits, without leading zeros; other runs as they are. */
function steps(text: string): Place {
  return (text.match(/\d+|\D+/g) ?? []).flatMap((run) => {
    if (!/^\d/.test(run)) return [run];
    const digits = run.replace(/^0+(?=.)/, "");
    return [digits.length, digits];
  });
}

function comparePlaces(left: Place, right: Place): number {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [one, other] = [left[at], right[at]];
    if (one === other) continue;
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    // Numbers come before words.
    if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return 0;
}
