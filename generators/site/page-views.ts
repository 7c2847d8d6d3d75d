import type { Category, Failure, Reservation } from "../../core/catalog.ts";
import { htmlBlock, htmlText } from "../../core/html.ts";
import { languageName } from "../../core/language-names.ts";
import { categoryPagePath, codePagePath, localePagePath } from "../../core/page-address.ts";
import { categoryOfReserved } from "../../core/reference/members.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { categoryView, type Edition, failureRow, reference } from "./edition.ts";
import type { FailureMessages } from "./failure-messages.ts";
import { filtersView } from "./filters.ts";
import type { SiteViews } from "./views.ts";

/** The view of the page of a category. */
export function categoryPageView(
  edition: Edition,
  category: Category,
  failures: readonly Failure[],
  errors: PlatformErrors,
): SiteViews["category"] {
  const rows = failures.map((failure) => failureRow(edition, failure, errors));
  return {
    page: edition.page(categoryPagePath(category.id), category.title, category.description),
    category: categoryView(edition, category),
    filters: filtersView(edition.catalog, rows, ["retry", "status", "lifecycle", "source"]),
    failures: rows,
    reserved: edition.catalog.reserved
      .filter((reservation) => categoryOfReserved(edition.catalog, reservation) === category)
      .map(({ code, reason }) => {
        return { code: htmlText(String(code)), reason: htmlText(reason), link: edition.link(codePagePath(code)) };
      }),
  };
}

/** The view of the page of a reserved code. */
export function reservedView(edition: Edition, reservation: Reservation): SiteViews["reserved"] {
  const { code, reason } = reservation;
  const category = categoryOfReserved(edition.catalog, reservation);
  return {
    page: edition.page(codePagePath(code), `${code} (reserved)`, "This code is reserved: no failure has it."),
    code: htmlText(String(code)),
    reason: htmlBlock(reason),
    category: category && categoryView(edition, category),
  };
}

/** The view of the page of a language. */
export function localeView(edition: Edition, tag: string, messages: FailureMessages): SiteViews["locale"] {
  const { catalog } = edition;
  let translated = 0;
  let total = 0;
  const failures = catalog.failures.map((failure) => {
    const views = messages(failure);
    const own = views.find(({ locale }) => locale === htmlText(tag))?.parts ?? [];
    const all = views.find(({ isDefault }) => isDefault)?.parts.length ?? 0;
    translated += own.length;
    total += all;
    return {
      locale: htmlText(tag),
      failure: reference(edition, failure.code),
      parts: own.map(({ part, text }) => ({ part, text })),
      missing: own.length < all,
    };
  });
  return {
    page: edition.page(localePagePath(tag), `Messages: ${languageName(tag)}`, "", tag),
    locale: htmlText(tag),
    language: htmlText(languageName(tag)),
    isDefault: tag === catalog.defaultLocale,
    translated: String(translated),
    total: String(total),
    failures,
  };
}
