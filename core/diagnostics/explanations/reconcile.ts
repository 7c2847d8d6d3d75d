import type { Explanation } from "../explanation.ts";
import type { reconcileDiagnostics } from "../reconcile-diagnostics.ts";

/** What the FC82… diagnostics mean. In the examples the catalog has 1001 CARD_DECLINED, once CARD_DENIED, and 1002 CARD_EXPIRED. */
export const reconcileExplanations: Readonly<Record<keyof typeof reconcileDiagnostics, Explanation>> = {
  FC8201: {
    meaning:
      "Whoever meets this code looks it up on the published page and finds nothing. The place is that of the failure in the catalog, since the page has none; the page is compared by code and by name. A failure that is retired need not be published.",
    language: "text",
    wrong: "1001 CARD_DECLINED",
    right: "1001 CARD_DECLINED\n1002 CARD_EXPIRED",
  },
  FC8202: {
    meaning:
      "The page publishes a code and a name, and the catalog knows neither of the two. Clients may have it in their programs already, so it must not be given to anything else: add it to the catalog, or reserve it.",
    language: "text",
    wrong: "1001 CARD_DECLINED\n1002 CARD_EXPIRED\n1005 CARD_STOLEN",
    right: "1001 CARD_DECLINED\n1002 CARD_EXPIRED",
  },
  FC8203: {
    meaning:
      "The page gives a name of the catalog another number. Programs compare numbers: one of the two sides is wrong, and whoever wrote a program from it misses the failure.",
    language: "text",
    wrong: "1020 CARD_EXPIRED",
    right: "1002 CARD_EXPIRED",
  },
  FC8204: {
    meaning:
      "Two names are both published, each under the number of the other. A program written from the page takes one failure for the other.",
    language: "text",
    wrong: "1001 CARD_EXPIRED\n1002 CARD_DECLINED",
    right: "1001 CARD_DECLINED\n1002 CARD_EXPIRED",
  },
  FC8205: {
    meaning:
      "The number is the same, and the name is not: neither the name of the catalog nor one of its aliases. A misspelt name that was published is in use somewhere; as an alias it stays usable, and the catalog keeps the right one.",
    language: "text",
    wrong: "1001 CARD_DECLNED",
    right: "1001 CARD_DECLINED",
  },
  FC8206: {
    meaning:
      "The page shows the failure in a row, or below a heading, of another category than the catalog. Readers take from the category who can do something about it.",
    language: "text",
    wrong: "Parcel errors\n1001 CARD_DECLINED",
    right: "Card errors\n1001 CARD_DECLINED",
  },
  FC8207: {
    meaning:
      "The text of the page is neither the title nor the description of the failure. White space, quotes, dashes, marks of Markdown and the full stop at the end do not count. Two texts may well say the same in other words; a person has to read them. With --strict it is an error.",
    language: "text",
    wrong: "1001 CARD_DECLINED\nThe bank accepted the card.",
    right: "1001 CARD_DECLINED\nThe bank refused the card.",
  },
  FC8208: {
    meaning:
      "A reserved code must never mean anything, since it is taken by something outside of the catalog or was used long ago. The page may list it as reserved.",
    language: "text",
    wrong: "1003 CARD_STOLEN",
    right: "1003 Reserved",
  },
  FC8209: {
    meaning:
      "The failure does not occur any more. A page that shows it like the others sends readers after it. Words such as retired, removed or no longer in its text or in the heading above will do. With --strict it is an error.",
    language: "text",
    wrong: "1004 CARD_UNREADABLE\nThe terminal could not read the card.",
    right: "1004 CARD_UNREADABLE\nRetired: terminals report 1001 now.",
  },
  FC8210: {
    meaning:
      "The page shows an alias: a spelling that was published once and stays usable. Nothing is broken by it; it is only not the name that the catalog and everything generated from it show.",
    language: "text",
    wrong: "1001 CARD_DENIED",
    right: "1001 CARD_DECLINED",
  },
};
