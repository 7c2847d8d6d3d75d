export type {
  Alias,
  Catalog,
  Category,
  Code,
  CodeForm,
  Ending,
  Evidence,
  Example,
  Failure,
  Locale,
  Mapping,
  MappingKey,
  Message,
  MessagePart,
  Messages,
  Origin,
  Param,
  Provenance,
  Reservation,
  Retry,
  Source,
  SourceAlias,
  SourceReference,
  Status,
  Surface,
  TextMatch,
  TranslatedMessages,
} from "../core/catalog.ts";
export { type Content, type Pieces, textOf } from "../core/content.ts";
export { type CustomFinding, targetDiagnostic } from "../core/custom-diagnostic.ts";
export type { Severity } from "../core/diagnostics/definition.ts";
export type { Diagnostic, DiagnosticCode, RelatedLocation } from "../core/diagnostics/diagnostic.ts";
export type { Digest } from "../core/digest.ts";
export type { Disk, EntryKind, FolderEntry } from "../core/disk.ts";
export type { Drift, DriftBlock, DriftEntry, DriftNote, Reason } from "../core/drift/entry.ts";
export type { Cause, Digests } from "../core/drift/inputs.ts";
export { type DriftSettings, drift } from "../core/drift.ts";
export type { History, Merge } from "../core/history.ts";
export type { JsonPath } from "../core/json/path.ts";
export { type JsonPart, locate } from "../core/json.ts";
export { type LoadOptions, load, type RawFile, type SpecFiles } from "../core/load.ts";
export { failure, type Outcome, success } from "../core/outcome.ts";
export type { PlacedTarget } from "../core/placement.ts";
export { type Plan, type PlanSettings, plan } from "../core/plan.ts";
export { type Location, type Position, positionAt, type SourceFile } from "../core/source-file.ts";
export type { Artifact, Json, Kit, Target } from "../core/target.ts";
export { type DocsOptions, docs } from "../generators/docs.ts";
export { builtInTargets } from "../generators/index.ts";
export { type JsonSchemaOptions, jsonSchema } from "../generators/json-schema.ts";
export { type MessagesOptions, messages } from "../generators/messages.ts";
export { type SiteOptions, site } from "../generators/site.ts";
export { type SourcesOptions, sources } from "../generators/sources.ts";
export { type TypescriptOptions, typescript } from "../generators/typescript.ts";
export { version } from "./build-constants.ts";
export { sha256 } from "./host/digest.ts";
export { openDisk, openHistory, readSpecFiles } from "./host/open-project.ts";
