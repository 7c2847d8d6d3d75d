import type { ViewOf } from "../../core/template/shape.ts";
import type { siteShapes } from "./view-shapes.ts";

/** The views of the pages, by the name of their template. */
export type SiteViews = { readonly [Name in keyof typeof siteShapes]: ViewOf<(typeof siteShapes)[Name]> };

/** What every page reads. */
export type PageView = SiteViews["index"]["page"];

/** What is said of a failure on its page. */
export type FailureDetails = SiteViews["failure"]["failure"];

/** Another failure, to link to. */
export type Reference = FailureDetails["related"][number];

/** A category, to link to. */
export type CategoryView = FailureDetails["category"];

/** The texts of a failure in a language. */
export type MessageView = FailureDetails["messages"][number];

/** A failure in a table. */
export type FailureRow = SiteViews["category"]["failures"][number];

/** An error of a platform, in a table. */
export type PlatformErrorView = SiteViews["source"]["tables"][number]["errors"][number];

/** A source, and its errors that lead to a failure. */
export type ErrorsOfSource = FailureDetails["platformErrors"][number];

/** The filters of a table of failures. */
export type FiltersView = NonNullable<SiteViews["category"]["filters"]>;
