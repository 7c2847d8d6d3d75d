import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate } from "../json.ts";
import { quoted, quotedValue } from "../quoted.ts";
import { compareCores, compareVersions, parseVersion, type SemanticVersion } from "../semantic-version.ts";
import type { CatalogDraft } from "./catalog-draft.ts";

interface Stage {
  readonly verb: string;
  readonly text: string;
  readonly version: SemanticVersion;
  readonly path: JsonPath;
}

/** Versions are semantic, none is later than the catalog's own, and a failure is added before it is deprecated and then retired. */
export function* versions(catalog: CatalogDraft): Iterable<Diagnostic> {
  const { file, raw, failures } = catalog;
  const own = raw.version === undefined ? undefined : parseVersion(raw.version);
  if (raw.version !== undefined && own === undefined) {
    yield diagnostic("FC2401", locate(file, ["version"]), { version: quoted(raw.version) });
  }
  const known = new Map<string, SemanticVersion | undefined>();
  /** Versions that are not later than the catalog's own. */
  const sound = new Set<string>();
  for (const { raw: failure, index } of failures) {
    const { since, deprecated, retired } = failure;
    const early = since === undefined || (own !== undefined && sound.has(since));
    if (early && deprecated === undefined && retired === undefined) continue;
    const stages: Stage[] = [];
    for (const { verb, text, path } of [
      { verb: "added", text: since, path: ["failures", index, "since"] },
      { verb: "deprecated", text: deprecated?.since, path: ["failures", index, "deprecated", "since"] },
      { verb: "retired", text: retired?.since, path: ["failures", index, "retired", "since"] },
    ]) {
      if (text === undefined) continue;
      if (!known.has(text)) known.set(text, parseVersion(text));
      const version = known.get(text);
      if (version === undefined) yield diagnostic("FC2401", locate(file, path), { version: quoted(text) });
      else if (own !== undefined && isToCome(version, own)) {
        const words = { version: quoted(text), catalog: quoted(raw.version ?? "") };
        const related = [{ message: "The catalog's version stands here.", at: locate(file, ["version"]) }];
        yield diagnostic("FC2402", locate(file, path), words, related);
      } else {
        sound.add(text);
        stages.push({ verb, text, version, path });
      }
    }
    yield* outOfOrder(catalog, failure.code, stages);
  }
}

/** Before its release a catalog holds what the release will hold: the prerelease 2.0.0-beta.1 may speak of 2.0.0. */
function isToCome(version: SemanticVersion, own: SemanticVersion): boolean {
  return own.prerelease.length > 0 ? compareCores(version, own) > 0 : compareVersions(version, own) > 0;
}

function* outOfOrder({ file }: CatalogDraft, code: unknown, stages: readonly Stage[]): Iterable<Diagnostic> {
  for (const [index, later] of stages.entries()) {
    const earlier = stages[index - 1];
    if (earlier === undefined || compareVersions(later.version, earlier.version) >= 0) continue;
    const words = {
      code: quotedValue(code),
      later: later.verb,
      laterVersion: quoted(later.text),
      earlier: earlier.verb,
      earlierVersion: quoted(earlier.text),
    };
    yield diagnostic("FC2403", locate(file, later.path), words, [
      { message: `It was ${earlier.verb} here.`, at: locate(file, earlier.path) },
    ]);
  }
}
