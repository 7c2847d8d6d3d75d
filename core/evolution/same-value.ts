/** Whether two JSON values are the same; the order of an object's keys does not count. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [some, others] = [Object.entries(left), new Map(Object.entries(right))];
  return (
    some.length === others.size && some.every(([key, value]) => others.has(key) && sameValue(value, others.get(key)))
  );
}

/** Whether every field of two parts of one kind holds the same value, but for one that holds a list. */
export function sameFields<Part extends object>(left: Part, right: Part, list?: keyof Part): boolean {
  if (left === right) return true;
  for (const field in left) if (field !== list && left[field] !== right[field]) return false;
  return true;
}
