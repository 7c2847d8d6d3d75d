import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { choice, quoted } from "../quoted.ts";
import type { SourceFile } from "../source-file.ts";
import { suggestion } from "../suggestion.ts";
import type { Marker } from "./markers.ts";

/** Which markers there are. */
export const markerNames = ["table", "list", "count", "code", "source"] as const;

/** A marker that begins a block. */
export type MarkerName = (typeof markerNames)[number];

/** The name of the marker that ends a block. */
export const endName = "end";

/** Whether there is a marker of this name that begins a block. */
export function isMarkerName(name: string): name is MarkerName {
  return markerNames.some((one) => one === name);
}

/** What is said of a marker that there is none of. */
export function unknownMarker(file: SourceFile, { name, start, end }: Marker): Diagnostic {
  const near = suggestion(name.replace(/^\//, ""), [...markerNames, endName]);
  const remedy =
    near === undefined
      ? `Use one of ${choice(markerNames.map((one) => `failcodes:${one}`))}.`
      : `Did you mean ${quoted(`failcodes:${near}`)}?`;
  return diagnostic("FC8301", { file, start, end }, { marker: quoted(`failcodes:${name}`), remedy });
}
