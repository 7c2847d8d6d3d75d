import { seriesTitles } from "../diagnostics/series-titles.ts";

/** A kind of check: what findings of one kind belong to. */
export interface Check {
  /** `catalog` */
  readonly id: string;
  readonly title: string;
}

const seriesIds = {
  FC1: "reading",
  FC2: "catalog",
  FC3: "messages",
  FC4: "configuration",
  FC5: "targets",
  FC6: "writing",
  FC7: "sources",
  FC80: "exchange",
  FC81: "coverage",
  FC82: "reconcile",
  FC83: "inject",
  FC9: "evolution",
} as const;

/** What the codes of a series of diagnostics begin with. */
export type Series = keyof typeof seriesIds;

const allSeries = Object.keys(seriesIds) as readonly Series[];

/** Whether the artifacts are what the catalog gives. */
export const driftCheck: Check = { id: "drift", title: "Artifacts against the catalog" };

/** Whether a change of the catalog breaks somebody. */
export const evolutionCheck: Check = seriesCheck("FC9");

/** The check that reports a series of diagnostics. */
export function seriesCheck(series: Series): Check {
  return { id: seriesIds[series], title: seriesTitles[series] };
}

/** The check that reports a diagnostic. */
export function checkOf(code: string): Check {
  const series = allSeries.find((one) => code.startsWith(one));
  if (series === undefined) throw new Error(`${code} belongs to no series of diagnostics`);
  return seriesCheck(series);
}
