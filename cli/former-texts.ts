import { messageParts } from "../core/catalog.ts";
import type { Ledger } from "../core/ledger/ledger.ts";
import { releasePath } from "../core/ledger/ledger-paths.ts";
import { readRelease } from "../core/ledger/read-release.ts";
import { textHash } from "../core/source-hash.ts";
import type { FormerText } from "../core/translation-units.ts";
import type { Host } from "./host/host.ts";
import { readProjectFile } from "./host/project-files.ts";
import { type LedgerPlace, readProjectLedger } from "./project-ledger.ts";

/** Source texts of releases, by their hash: the releases are read from the last one back, and only when somebody asks. */
export function formerTexts(host: Host, place: LedgerPlace): FormerText {
  let texts: Map<string, string> | undefined;
  let unread: Ledger["lines"] = [];
  return (hash) => {
    if (texts === undefined) {
      texts = new Map();
      unread = readProjectLedger(host, place).ledger?.lines ?? [];
    }
    while (!texts.has(hash) && unread.length > 0) {
      const last = unread.at(-1);
      unread = unread.slice(0, -1);
      if (last !== undefined) for (const [key, text] of textsOf(host, place, last.version)) texts.set(key, text);
    }
    return texts.get(hash);
  };
}

function* textsOf(host: Host, { root, settings }: LedgerPlace, version: string): Iterable<readonly [string, string]> {
  const reading = readProjectFile(host.files, root, releasePath(settings.spec, version), Number.POSITIVE_INFINITY);
  const release = reading.kind === "read" ? readRelease(reading.raw, version) : undefined;
  if (release?.ok !== true) return;
  for (const { messages } of release.value.side.catalog.failures) {
    for (const part of messageParts) {
      const text = messages[part]?.text;
      if (text !== undefined) yield [textHash(host.digest, text), text];
    }
  }
}
