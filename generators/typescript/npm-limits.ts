import type { Catalog } from "../../core/catalog.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { locate } from "../../core/json.ts";
import type { Location } from "../../core/source-file.ts";
import { memberName } from "./vocabulary.ts";

/** Modules of Node that are imported without `node:`; the names with underscores cannot be a catalog's. */
const nodeModules: ReadonlySet<string> = new Set(
  (
    "assert buffer cluster console constants crypto dgram dns domain events fs http http2 https inspector module net " +
    "os path process punycode querystring readline repl stream sys timers tls tty url util v8 vm wasi zlib"
  ).split(" "),
);

/** What an npm package cannot express: names and versions that npm does not take, members that would be one. */
export function* npmLimits(catalog: Catalog): Generator<Diagnostic> {
  const nameProblem = nameMistake(catalog.name);
  if (nameProblem !== undefined) {
    const words = { name: catalog.name, problem: nameProblem, example: "shop-failure-codes" };
    yield diagnostic("FC5101", locate(catalog.file, ["name"]), words);
  }
  yield* versionLimits(catalog);
  yield* collisions(catalog, "categories", "Category");
  yield* collisions(catalog, "statuses", "Status");
}

function nameMistake(name: string): string | undefined {
  if (name.length > 214) return "it is longer than 214 characters";
  if (nodeModules.has(name)) return "Node has a module of this name, and an import would give that one";
  return undefined;
}

function* versionLimits({ version, file }: Catalog): Generator<Diagnostic> {
  // Asked for only when something is wrong: finding a place makes a tree of the whole file.
  const at = (): Location => locate(file, ["version"]);
  const numbers = version.split(/[-+]/)[0]?.split(".") ?? [];
  const big = numbers.find((number) => !Number.isSafeInteger(Number(number)));
  if (version.length > 256) yield diagnostic("FC5102", at(), { version, problem: "it is longer than 256 characters" });
  else if (big !== undefined)
    yield diagnostic("FC5102", at(), { version, problem: `${big} is above 9007199254740991` });
  const plus = version.indexOf("+");
  if (plus >= 0) yield diagnostic("FC5103", at(), { build: version.slice(plus), published: version.slice(0, plus) });
}

function* collisions(catalog: Catalog, list: "categories" | "statuses", kind: string): Generator<Diagnostic> {
  const firstWith = new Map<string, { readonly id: string; readonly index: number }>();
  for (const [index, { id }] of catalog[list].entries()) {
    const member = memberName(id);
    const first = firstWith.get(member);
    if (first === undefined) {
      firstWith.set(member, { id, index });
      continue;
    }
    const related = [{ message: `"${first.id}" stands here.`, at: locate(catalog.file, [list, first.index, "id"]) }];
    const words = { id, other: first.id, member: `Failure${kind}.${member}` };
    yield diagnostic("FC5104", locate(catalog.file, [list, index, "id"]), words, related);
  }
}
