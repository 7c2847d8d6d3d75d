import type { Mapping, Source } from "../core/catalog.ts";
import { locate } from "../core/json.ts";
import { place } from "../core/report/plain.ts";
import { coverageOf } from "../core/sources/coverage.ts";
import type { Ink } from "./ink.ts";
import { blocksText, section, table } from "./text-blocks.ts";
import { wrap } from "./wrap.ts";

const standingWords: Readonly<Record<Source["standing"], string>> = {
  documented: "a documented source of the API",
  channel: "a channel of the API without a documented source",
  protocol: "a protocol; the API does not report its codes by themselves",
};

/** What a catalog says about a source, for a person who names it without a code. */
export function sourceText(source: Source, page: string | undefined, ink: Ink, width: number): string {
  const { errors, mapped, documented, derived, fallback, notAFailure } = coverageOf(source);
  const facts: (readonly [string, string])[] = [["standing", standingWords[source.standing]]];
  for (const { name, reason } of source.aliases) facts.push(["also", `${name}: ${reason}`]);
  if (source.sourceCode !== "") facts.push(["code", source.sourceCode]);
  const whole = source.mappings.find(({ key }) => key.kind === "source" && key.text === undefined);
  if (whole !== undefined) facts.push(["any code", meaning(whole)]);
  if (source.inherits !== undefined) facts.push(["inherits", `the errors of ${source.inherits}`]);
  facts.push([
    "errors",
    errors === 0
      ? "none are known"
      : `${errors}: ${mapped} mapped (${documented} documented, ${derived} derived), ${fallback} on the fallback, ${notAFailure} no failure`,
  ]);
  if (page !== undefined) facts.push(["page", page]);
  for (const { title, url } of source.references)
    facts.push(["reference", url === undefined ? title : `${title}: ${url}`]);
  const [first] = source.mappings.flatMap(({ key }) => (key.kind === "exact" ? [key.code] : []));
  return blocksText([
    `${ink.bold(source.name)}\n${source.title}`,
    wrap(source.description, width),
    table(facts, ink, width),
    section("How its errors were judged", [source.judging], ink, width),
    first === undefined ? "" : wrap(`For one of them: failcodes explain ${source.name}:${first}`, width),
    ink.dim(`Written in ${place(locate(source.file, []))}`),
  ]);
}

function meaning({ outcome, failure, reason }: Mapping): string {
  if (failure === undefined) return "no failure";
  const judged = outcome === "fallback" ? `cannot be judged, and goes to ${failure.code}` : String(failure.code);
  return `${judged} ${failure.name} (${failure.title}). ${reason}`;
}
