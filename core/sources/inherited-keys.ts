import type { MappingKey } from "../catalog.ts";

/** A key as a string: equal for equal keys, other spellings of a code aside. */
export function keyIdentity(key: MappingKey): string {
  const { kind, text } = key;
  const condition = text === undefined ? [] : [text.kind, text.pattern];
  switch (kind) {
    case "exact":
      return JSON.stringify([kind, key.code, key.subcode ?? null, ...condition]);
    case "detail":
      return JSON.stringify([kind, key.subject, key.detail, ...condition]);
    case "range":
      return JSON.stringify([kind, key.from, key.to, ...condition]);
    case "class":
      return JSON.stringify([kind, key.class, ...condition]);
    case "source":
      return JSON.stringify([kind, ...condition]);
  }
}

/** Of what another source has, what a source has too: all but what its own takes the place of, by equal keys. */
export function inheritedFrom<Entry extends { readonly key: MappingKey }>(
  parent: readonly Entry[],
  own: readonly { readonly key: MappingKey | undefined }[],
): readonly Entry[] {
  if (own.length === 0) return parent;
  const taken = new Set(own.flatMap(({ key }) => (key === undefined ? [] : [keyIdentity(key)])));
  return parent.filter(({ key }) => !taken.has(keyIdentity(key)));
}
