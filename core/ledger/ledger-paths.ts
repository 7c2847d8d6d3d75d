import { folderOf, joined } from "../output-path.ts";

/** Path of the ledger of a catalog: beside it. */
export function ledgerPath(spec: string): string {
  return joined(folderOf(spec), "ledger.jsonl");
}

/** Path of what a release contained. */
export function releasePath(spec: string, version: string): string {
  return joined(folderOf(spec), `releases/${version}.json`);
}
