import type { OtherCatalog } from "../core/allocation/allocate.ts";
import { catalogCodes } from "../core/allocation/catalog-codes.ts";
import type { Ledger } from "../core/ledger/ledger.ts";
import { ledgerPath } from "../core/ledger/ledger-paths.ts";
import { readLedger } from "../core/ledger/read-ledger.ts";
import { type Elsewhere, fileElsewhere } from "./host/git-elsewhere.ts";
import type { Host } from "./host/host.ts";

/** The catalog in all other places of the repository. */
export interface CatalogsElsewhere {
  readonly catalogs: readonly OtherCatalog[];
  /** Places whose catalog is there and cannot be read. */
  readonly unread: readonly string[];
  /** Undefined where there is no repository to look through. */
  readonly looked: Omit<Elsewhere, "files"> | undefined;
}

/** Reads the catalog of every branch, tag and work tree, as far as its codes. */
export function catalogsElsewhere(host: Host, root: string, spec: string): CatalogsElsewhere {
  const found = fileElsewhere(host, root, spec);
  if (found === undefined) return { catalogs: [], unread: [], looked: undefined };
  const catalogs: OtherCatalog[] = [];
  const unread: string[] = [];
  for (const { where, content } of found.files) {
    const codes = catalogCodes(jsonIn(content));
    if (codes === undefined) unread.push(where);
    else catalogs.push({ where, codes });
  }
  return { catalogs, unread, looked: found };
}

/** The ledger of every branch, tag and work tree: what is released on any of them is released. Their lines are not proved. */
export function ledgersElsewhere(host: Host, root: string, spec: string): readonly Ledger[] {
  const path = ledgerPath(spec);
  const found = fileElsewhere(host, root, path);
  return (found?.files ?? []).map(({ content }) => readLedger({ path, content }, host.digest).ledger);
}

function jsonIn(content: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof content === "string" ? content : new TextDecoder().decode(content));
  } catch {
    return undefined;
  }
}
