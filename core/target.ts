import type { Catalog } from "./catalog.ts";
import type { Content } from "./content.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { CodeHistory } from "./ledger/code-history.ts";
import type { Memory } from "./memory.ts";
import type { Outcome } from "./outcome.ts";
import type { SourceFile } from "./source-file.ts";

/** One file a target returns. Its path is inside the target's folder, with forward slashes; its content is the file, byte for byte as UTF-8. */
export interface Artifact {
  readonly path: string;
  readonly content: Content;
}

/** JSON, as options and digests see it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a target may ask for besides the catalog. All of it is part of the target's inputs. */
export interface Kit {
  /** Version of failcodes. */
  readonly generatorVersion: string;
  /** Where the reference pages are published, without a slash at the end; undefined where nobody said. */
  readonly baseUrl: string | undefined;
  /** The user's own templates by name (`docs/failure.hbs`); a template that is not here is the built-in one. */
  readonly templates: ReadonlyMap<string, SourceFile>;
  /** What became of each code in the releases of the ledger; undefined where there is none. */
  readonly history?: CodeHistory | undefined;
}

/** What our own targets are given besides. It is no input. */
export interface OwnKit extends Kit {
  /** What an earlier build left, in a process that builds again and again. */
  readonly memory?: Memory | undefined;
  /** Is shown every view, with the name of its template (`docs/failure`), instead of pages being written. */
  readonly viewed?: ((template: string, view: unknown) => void) | undefined;
}

/** A kind of output. A value made by a factory with typed options; it does no I/O and is called in any order. */
export interface Target {
  /** Name of its folder and word of `--only`: `typescript`. */
  readonly id: string;
  readonly title: string;
  /** The options it was made with, every default filled in: an input of its artifacts, as their digest shows. */
  readonly options: Json;
  /** Names of the templates it renders; a user's file of the same name takes a template's place. */
  readonly templates: readonly string[];
  /** What this target cannot express, with a place in the spec or in a user's template. A promise where a checker is loaded on demand. */
  check?(catalog: Catalog, kit: Kit): Iterable<Diagnostic> | Promise<Iterable<Diagnostic>>;
  /** All artifacts of the target. Same catalog, options and kit, same artifacts. Where there are none, its folder is not made. */
  generate(catalog: Catalog, kit: Kit): Outcome<Iterable<Artifact>> | Promise<Outcome<Iterable<Artifact>>>;
}
