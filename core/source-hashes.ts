import type { Catalog, MessagePart } from "./catalog.ts";
import type { Digest } from "./digest.ts";
import { type SourceHash, sourceHash } from "./source-hash.ts";

/** The hash of a part of a failure's message in the default locale; undefined where there is no such text. */
export type SourceHashes = (name: string, part: MessagePart) => SourceHash | undefined;

/** The hashes of a catalog's texts, each made when it is first asked for. */
export function sourceHashes({ byName }: Catalog, digest: Digest): SourceHashes {
  const known = new Map<object, SourceHash>();
  return (name, part) => {
    const failure = byName.get(name);
    const message = failure?.messages[part];
    if (failure === undefined || message === undefined) return undefined;
    const before = known.get(message);
    if (before !== undefined) return before;
    const hash = sourceHash(digest, message.text, message.description, failure.params);
    known.set(message, hash);
    return hash;
  };
}
