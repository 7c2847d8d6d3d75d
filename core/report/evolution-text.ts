import type { Origin } from "../catalog.ts";
import { evolutionRules } from "../evolution/evolution-rules.ts";
import type { JudgedChange, Verdict } from "../evolution/verdict.ts";
import { locate } from "../json.ts";
import { harmless } from "../quoted.ts";
import type { DriftStyle } from "./drift-text.ts";
import { place } from "./order.ts";

function placeText({ file, path }: Origin): string {
  return place(locate(file, path));
}

/** The two catalogs that were compared, as a sentence names them: `main (1.2.0)`. */
export interface ComparedTitles {
  readonly base: string;
  readonly head: string;
}

/** Changes and the verdict on them, for a person to read. */
export function evolutionText(verdict: Verdict, { base, head }: ComparedTitles, style: DriftStyle): string {
  const { changes } = verdict;
  if (changes.length === 0)
    return `${style.green("Clean:")} ${nothingText(verdict)} from ${base} to ${head}.\n${leftOutText(verdict)}`;
  const blocks = changes.filter(({ severity }) => severity !== "info").map((change) => blockText(change, style));
  const told = [...blocks, notesText(changes, style)].join("");
  return `${style.bold(`From ${base} to ${head}:`)}\n\n${told}${countsOf(changes)}\n${leftOutText(verdict)}${versionText(verdict, style)}`;
}

/** What all changes come to, in a sentence or two: for whoever reads the findings in a list of their own. */
export function verdictText(verdict: Verdict, { base, head }: ComparedTitles): string {
  if (verdict.changes.length === 0)
    return `${capitalized(nothingText(verdict))} from ${base} to ${head}. ${leftOutText(verdict)}`.trimEnd();
  const version = versionText(verdict, uncoloured);
  const lowered = `${version.charAt(0).toLowerCase()}${version.slice(1)}`;
  return `From ${base} to ${head}, ${lowered}${leftOutText(verdict)}`.replaceAll("\n", " ").trimEnd();
}

const uncoloured: Pick<DriftStyle, "green" | "red"> = { green: (text) => text, red: (text) => text };

function blockText(change: JudgedChange, style: DriftStyle): string {
  const { severity, fingerprint, levels, message, hint, base, head } = change;
  const color = severity === "warning" ? style.cyan : style.red;
  const lines = [
    `${color(severity)} ${style.bold(fingerprint)} ${style.dim(`(${levels.join(", ")})`)}${standingText(change)}`,
    `  ${harmless(message)}`,
    ...(base === undefined ? [] : [style.dim(`  was  ${placeText(base)}`)]),
    ...(head === undefined ? [] : [style.dim(`  is   ${placeText(head)}`)]),
    ...(change.standing === "refused" || change.standing === "told" ? [`  hint: ${harmless(hint)}`] : []),
  ];
  return `${lines.join("\n")}\n\n`;
}

function standingText({ standing, waiver }: JudgedChange): string {
  if (standing === "said") return ": let through, since the version says so";
  if (waiver === undefined) return "";
  return `: waived until ${waiver.expires} (${harmless(waiver.role)}: ${harmless(waiver.reason)})`;
}

/** How many ids of one rule are shown. */
const mostIds = 8;

/** Notes are told by rule, and of many only the first ids: a hundred new texts are one line. */
function notesText(changes: readonly JudgedChange[], style: DriftStyle): string {
  const byRule = new Map<string, JudgedChange[]>();
  for (const change of changes) {
    if (change.severity !== "info") continue;
    const same = byRule.get(change.rule);
    if (same === undefined) byRule.set(change.rule, [change]);
    else same.push(change);
  }
  const lines = [...byRule].map(([rule, same]) => {
    const [first] = same;
    if (same.length === 1 && first !== undefined)
      return `${style.dim("info")} ${first.fingerprint}\n  ${harmless(first.message)}\n`;
    const ids = same.slice(0, mostIds).map(({ fingerprint }) => fingerprint.slice(rule.length + 1));
    const rest = same.length > mostIds ? `, and ${same.length - mostIds} more` : "";
    const { title } = evolutionRules[first?.rule ?? "code-added"];
    return `${style.dim("info")} ${rule}: ${title} (${same.length})\n  ${harmless(ids.join(", "))}${rest}\n`;
  });
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}

/** `1 forbidden, 2 errors (1 waived), 1 warning, 4 notes` */
function countsOf(changes: readonly JudgedChange[]): string {
  const count = (severity: JudgedChange["severity"]): readonly JudgedChange[] =>
    changes.filter((change) => change.severity === severity);
  const errors = count("error");
  const through = errors.filter(({ standing }) => standing !== "refused").length;
  const parts = [
    counted(count("forbidden").length, "forbidden", "forbidden"),
    through === 0 || errors.length === 0
      ? counted(errors.length, "error")
      : `${counted(errors.length, "error")} (${through} let through)`,
    counted(count("warning").length, "warning"),
    counted(count("info").length, "note"),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}

function leftOutText({ leftOut }: Verdict): string {
  if (leftOut === 0) return "";
  return `${leftOut === 1 ? "1 change is" : `${leftOut} changes are`} left out by the configuration.\n`;
}

function nothingText({ leftOut }: Verdict): string {
  return leftOut === 0 ? "nothing changed" : "nothing that counts changed";
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function versionText({ step, version }: Verdict, style: Pick<DriftStyle, "green" | "red">): string {
  const { base, head, next, isEnough } = version;
  if (step === "none" && isEnough) return `No change asks for another version than ${base}.\n`;
  const asked = `The changes ask for a ${step} step: ${base} → ${next}.`;
  if (isEnough) return `${asked} The catalog says ${head}, which is ${style.green("enough")}.\n`;
  return `${asked} The catalog says ${head}, which is ${style.red("not enough")}.\n`;
}
