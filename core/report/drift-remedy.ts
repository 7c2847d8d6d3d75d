import type { DriftEntry } from "../drift/entry.ts";

/** What to do about drift: the command that mends it, and what there is to know before it is run. */
export interface Remedy {
  readonly command: string;
  /** A sentence; "" where the command says all. */
  readonly advice: string;
}

/** What mends entries of one reason, all of them with one command. */
export function remedy(entries: readonly DriftEntry[]): Remedy {
  const [first] = entries;
  if (first === undefined) return { command: "failcodes generate", advice: "" };
  if (first.block !== undefined) return blockRemedy(first, entries);
  switch (first.reason) {
    case "stale":
    case "missing":
    case "orphan":
      return { command: "failcodes generate", advice: "" };
    case "line-endings": {
      const [folder] = first.path.split("/");
      const advice = `A line \`${folder}/** text eol=lf\` in .gitattributes keeps git from converting them again.`;
      return { command: "failcodes generate", advice };
    }
    case "edited":
      return {
        command: "failcodes generate --force",
        advice: "It overwrites the edit: move what you need of it into the catalog, a locale or a template first.",
      };
    case "modified-orphan":
      return { command: "failcodes generate --force", advice: "It removes the file: save what you need of it first." };
    case "origin-unknown":
      return {
        command: "failcodes generate --force",
        advice: "It overwrites the file: `failcodes check --diff` shows what would be lost.",
      };
    case "stranger":
      return {
        command: moving(entries.map(({ path }) => path)),
        advice: `Move it out of the way, delete it, or list it under "ignore" in failcodes.config.json.`,
      };
    case "stranger-on-planned-path":
      if (first.occupant?.kind === "link" && first.occupant.path === first.path) {
        return { command: "failcodes generate --force", advice: "It replaces the link, and leaves what it leads to." };
      }
      return {
        command: `${moving([...new Set(entries.map(({ path, occupant }) => occupant?.path ?? path))])} && failcodes generate`,
        advice: "Move it out of the way, or delete it.",
      };
  }
}

/** What mends blocks: the command that works for pages that the configuration does not name too. */
function blockRemedy({ reason }: DriftEntry, entries: readonly DriftEntry[]): Remedy {
  const pages = [...new Set(entries.map((entry) => entry.path))];
  const command = `failcodes inject ${someOf(pages)}`;
  const forced = `failcodes inject --force ${someOf(pages)}`;
  switch (reason) {
    case "edited":
      return {
        command: forced,
        advice: "It overwrites the edit: move what you need of it out of the block, or into the catalog, first.",
      };
    case "origin-unknown":
      return {
        command: forced,
        advice: "It overwrites what stands there: move what you need of it out of the block first.",
      };
    default:
      return { command, advice: "" };
  }
}

function someOf(paths: readonly string[]): string {
  return (paths.length > 3 ? [...paths.slice(0, 3).map(shellWord), "…"] : paths.map(shellWord)).join(" ");
}

/** A command that cannot lose anything: `mv -n` overwrites nothing. */
function moving(paths: readonly string[]): string {
  return `mv -n ${someOf(paths)} .`;
}

function shellWord(path: string): string {
  return /^[\w./@%+:,-]+$/.test(path) && !path.startsWith("-") ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
