import type { Catalog, Category, Failure, Reservation, Source } from "../../core/catalog.ts";

// What pages are called where nothing but a name is shown: in titles and sidebars. As in the catalog, safe nowhere.

/** A text on one line. */
export function line(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
}

/** The first page. */
export function indexLabel({ title }: Pick<Catalog, "title">): string {
  return line(title);
}

/** The page of a failure. */
export function failureLabel({ code, name }: Pick<Failure, "code" | "name">): string {
  return `${code} ${name}`;
}

/** The page of a reserved code. */
export function reservedLabel({ code }: Pick<Reservation, "code">): string {
  return `${code} (reserved)`;
}

/** The page of a category. */
export function categoryLabel({ title }: Pick<Category, "title">): string {
  return line(title);
}

/** The page of a source. */
export function sourceLabel({ title }: Pick<Source, "title">): string {
  return line(title);
}
