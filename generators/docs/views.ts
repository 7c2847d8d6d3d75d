import type { ViewOf } from "../../core/template/shape.ts";
import type { pageShapes } from "./view-shapes.ts";

/** The views of the pages, by the name of their template. */
export type PageViews = { readonly [Name in keyof typeof pageShapes]: ViewOf<(typeof pageShapes)[Name]> };

/** What the page of a failure reads. */
export type FailureView = PageViews["failure"];

/** What is said of a failure wherever it is written out in full. */
export type FailureDetails = FailureView["failure"];

/** A category, as its failures' pages name it. */
export type CategoryView = FailureDetails["category"];

/** A status, as the pages of failures name it. */
export type StatusView = FailureDetails["statuses"][number];

/** Another failure, to link to. */
export type Reference = FailureDetails["related"][number];

/** A failure in a table. */
export type FailureRow = PageViews["category"]["failures"][number];

/** What is said of a source wherever it is written out in full. */
export type SourceDetails = PageViews["source"]["source"];

/** An error of a platform, in a table. */
export type PlatformErrorView = SourceDetails["errors"][number];

/** A page or document about the errors of a platform. */
export type DocumentView = SourceDetails["references"][number];

/** A source, and its errors that lead to a failure. */
export type ErrorsOfSource = FailureView["platformErrors"][number];

/** A source, as the index lists it. */
export type SourceRow = PageViews["index"]["sources"][number];
