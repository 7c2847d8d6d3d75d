import type { Catalog, Source } from "../../../core/catalog.ts";
import { sourcePagePath } from "../../../core/page-address.ts";
import { packageFunctions } from "../functions.ts";
import { classifyFunctions } from "./classify-functions.ts";
import { readingFunctions } from "./reading-module.ts";

/** Words of JavaScript that are written like the name of a source. */
const reserved =
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
  "false finally for function if implements import in instanceof interface let new null package private protected " +
  "public return static super switch this throw true try typeof undefined var void while with yield";

/** Constants of the package that are not functions of a list. */
const constants = "classify classifyMessage fallback failureCodes failures indexes known sources";

/** Gives the constant that holds the table of a source: `sms-messagebird` gives `smsMessagebird`, `route-66` `route_66`. */
export function tableNames(catalog: Catalog): (source: Source) => string {
  const functions = [...packageFunctions(catalog), ...readingFunctions(catalog), ...classifyFunctions];
  const taken = new Set([...`${reserved} ${constants}`.split(" "), ...functions.map(({ name }) => name)]);
  return (source) => {
    const [first = "", ...others] = source.name.split("-");
    // No two sources have one constant: names have neither capitals nor underscores.
    const name = first + others.map(laterWord).join("");
    return taken.has(name) ? `${name}_` : name;
  };
}

function laterWord(word: string): string {
  return /^\d/.test(word) ? `_${word}` : word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Path of the module of a source's table, without its ending. It is a file that every system can write. */
export function tablePath(source: Source): string {
  return sourcePagePath(source.name).replace(/\.md$/, "");
}
