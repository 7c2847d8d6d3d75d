import type { Failure } from "../../core/catalog.ts";
import { htmlText } from "../../core/html.ts";
import { type CodeHistory, noHistory } from "../../core/ledger/code-history.ts";
import { entryHistory, type HistoryEntry } from "../../core/reference/entry-history.ts";
import { compareVersions, parseVersion } from "../../core/semantic-version.ts";
import { type Edition, quantity, reference } from "./edition.ts";
import type { SiteViews } from "./views.ts";

type VersionView = SiteViews["index"]["changes"][number];

/** What needs a reader's attention most comes first. */
const titles = {
  retired: "Retired",
  deprecated: "Deprecated",
  renamed: "Renamed",
  moved: "Moved",
  meaning: "Meaning changed",
  params: "Params changed",
  added: "Added",
} as const;

type Kind = keyof typeof titles;

interface Change {
  readonly failure: Failure;
  readonly note: string;
}

interface Version {
  readonly version: string;
  date: string;
  readonly kinds: Map<Kind, Change[]>;
}

/** The latest changes of codes, as the entries say and as the releases remember: `most` of them, the newest version first. */
export function changeViews(edition: Edition, history: CodeHistory = noHistory, most = 10): readonly VersionView[] {
  const views: VersionView[] = [];
  let left = most;
  for (const { version, date, kinds } of newestFirst(versionsOf(edition, history))) {
    if (left === 0) break;
    const shown: VersionView["kinds"][number][] = [];
    let more = 0;
    for (const kind of Object.keys(titles) as Kind[]) {
      const changes = kinds.get(kind) ?? [];
      const told = changes.slice(0, left).map(({ failure, note }) => {
        return { failure: reference(edition, failure.code), note: htmlText(note) };
      });
      left -= told.length;
      more += changes.length - told.length;
      const isBrief = kind === "added" && told.length > 4;
      if (told.length > 0) shown.push({ kind, title: titles[kind], isBrief, failures: told });
    }
    const rest = more === 0 ? "" : quantity(more, "more change", "more changes");
    if (shown.length > 0) views.push({ version: htmlText(version), date: htmlText(date), kinds: shown, more: rest });
  }
  return views;
}

function versionsOf({ catalog }: Edition, history: CodeHistory): readonly Version[] {
  const versions = new Map<string, Version>();
  for (const failure of catalog.failures) {
    for (const entry of entryHistory(failure, history)) {
      const known = versions.get(entry.version) ?? { version: entry.version, date: "", kinds: new Map() };
      versions.set(entry.version, known);
      if ("date" in entry) known.date = entry.date;
      const kind = kindOf(entry, failure);
      if (kind === undefined) continue;
      const changes = known.kinds.get(kind) ?? [];
      known.kinds.set(kind, changes);
      changes.push({ failure, note: noteOf(entry) });
    }
  }
  return [...versions.values()];
}

/** The first release of a code is the news that it was added, unless its entry says of itself when that was. */
function kindOf({ what }: HistoryEntry, { since }: Failure): Kind | undefined {
  if (what !== "released") return what;
  return since === undefined ? "added" : undefined;
}

function noteOf(entry: HistoryEntry): string {
  switch (entry.what) {
    case "deprecated":
    case "retired":
      return entry.reason;
    case "renamed":
      return `from ${entry.before}`;
    case "moved":
      return `from the category ${entry.before}`;
    default:
      return "";
  }
}

function newestFirst(versions: readonly Version[]): readonly Version[] {
  return versions
    .map((version) => ({ version, parsed: parseVersion(version.version) }))
    .sort(({ parsed: left }, { parsed: right }) => {
      return left === undefined || right === undefined ? 0 : compareVersions(right, left);
    })
    .map(({ version }) => version);
}
