import type { Artifact } from "../../core/target.ts";

/** What a preview shows at a moment. */
export interface Preview {
  /** Name of the last good build of the site; "" before the first. */
  readonly build: string;
  /** The files of that build, by path; undefined before the first. */
  readonly site: ReadonlyMap<string, Artifact> | undefined;
  /** What is wrong with the newest build; undefined where nothing is. */
  readonly mistakes: PreviewMistakes | undefined;
}

/** What keeps the newest build from being shown. */
export interface PreviewMistakes {
  /** Name of the build, other than that of any other. */
  readonly build: string;
  /** `2 errors, 1 warning`, as HTML. */
  readonly title: string;
  /** All of them, as HTML. */
  readonly body: string;
}

// Below a folder that no path of a plan begins with.

/** Where a page hears of new builds. */
export const eventsPath = "__failcodes/events";
/** The mistakes of the newest build, to be laid over a page. */
export const mistakesPath = "__failcodes/mistakes.html";
/** The script that the server adds to every page. */
export const scriptPath = "__failcodes/preview.js";

/** What a page is told on every build. */
export interface PreviewEvent {
  readonly build: string;
  /** Name of the build with mistakes; null where there are none. */
  readonly mistakes: string | null;
}

/** What pages are told of a preview. */
export function eventOf({ build, mistakes }: Preview): PreviewEvent {
  return { build, mistakes: mistakes?.build ?? null };
}
