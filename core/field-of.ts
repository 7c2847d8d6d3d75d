/** A field of anything, inherited ones included; a getter or a proxy that throws has no such field. Never throws. */
export function fieldOf(value: unknown, name: string): unknown {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return undefined;
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
}
