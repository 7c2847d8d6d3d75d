/** A file that `init` writes where none is. */
export interface InitFile {
  readonly path: string;
  readonly content: string;
}

/** Lines that `init` adds to a file that may be there already; a line that is there is not added again. */
export interface InitLines {
  readonly path: string;
  readonly lines: readonly string[];
}

const schemaFolder = "node_modules/failcodes/spec/schema";

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const catalog = {
  name: "shop-failure-codes",
  title: "Failure codes of the shop",
  description: "Why an order could not be paid for or delivered.",
  version: "0.1.0",
  codeType: "integer",
  defaultLocale: "en",
  statuses: [
    {
      id: "order_failed",
      title: "Order failed",
      description: "The order has ended, and nothing more happens to it.",
    },
  ],
  categories: [
    {
      id: "payment",
      title: "Payment",
      description: "The order could not be paid for.",
      range: { from: 1000, to: 1999 },
    },
    {
      id: "delivery",
      title: "Delivery",
      description: "The parcel could not be brought to its address.",
      range: { from: 2000, to: 2999 },
    },
  ],
  fallback: 1000,
  failures: [
    {
      code: 1000,
      name: "UNKNOWN_FAILURE",
      category: "payment",
      title: "Unknown failure",
      description: "The shop does not know why the order failed.",
      guidance: {
        causes: ["A partner of the shop gave a reason that this catalog does not hold yet."],
        actions: ["Look into the log of the order, and add the reason to the catalog."],
      },
      retry: "later",
      messages: {
        title: { text: "Something went wrong" },
        detail: { text: "Your order could not be completed." },
        action: { text: "Try again in a few minutes." },
      },
      since: "0.1.0",
    },
    {
      code: 1001,
      name: "CARD_DECLINED",
      category: "payment",
      title: "Card declined",
      description: "The bank of the customer declined the payment.",
      guidance: {
        causes: ["The card has expired.", "The amount is over the limit of the card."],
        actions: ["Ask the customer for another card."],
      },
      retry: "after-change",
      messages: {
        title: { text: "Card declined" },
        detail: { text: "Your bank did not accept this card." },
        action: { text: "Pay with another card." },
      },
      since: "0.1.0",
      statuses: ["order_failed"],
    },
    {
      code: 2001,
      name: "PARCEL_RETURNED",
      category: "delivery",
      title: "Parcel returned",
      description: "The parcel came back after the carrier tried to deliver it.",
      guidance: {
        causes: ["Nobody opened the door.", "The address is not complete."],
        actions: ["Check the address with the customer, and send the parcel again."],
      },
      retry: "after-change",
      params: {
        attempts: { type: "integer", example: 3, description: "How often the carrier rang the bell." },
      },
      messages: {
        title: { text: "Your parcel came back to us" },
        detail: {
          text: "{attempts, plural, one {The carrier tried once to deliver your parcel.} other {The carrier tried {attempts} times to deliver your parcel.}}",
        },
        action: { text: "Check your address, and we send it again." },
      },
      since: "0.1.0",
      statuses: ["order_failed"],
    },
  ],
};

/** A changed English text needs another `src` here: `failcodes messages stamp` gives it. */
const german = {
  locale: "de",
  failures: {
    UNKNOWN_FAILURE: {
      title: { text: "Etwas ist schiefgegangen", src: "ab827e3f.055539df" },
      detail: { text: "Deine Bestellung konnte nicht abgeschlossen werden.", src: "dc7811e5.055539df" },
      action: { text: "Versuche es in ein paar Minuten noch einmal.", src: "2179c57c.055539df" },
    },
    CARD_DECLINED: {
      title: { text: "Karte abgelehnt", src: "f344e69f.055539df" },
      detail: { text: "Deine Bank hat diese Karte nicht angenommen.", src: "20e488e6.055539df" },
      action: { text: "Bezahle mit einer anderen Karte.", src: "bc954573.055539df" },
    },
    PARCEL_RETURNED: {
      title: { text: "Dein Paket ist wieder bei uns", src: "cba9441a.7214624b" },
      detail: {
        text: "{attempts, plural, one {Der Bote hat einmal versucht, dein Paket zuzustellen.} other {Der Bote hat {attempts} Mal versucht, dein Paket zuzustellen.}}",
        src: "8ea5803c.7214624b",
      },
      action: { text: "Prüfe deine Adresse, dann schicken wir es noch einmal.", src: "4847e46b.7214624b" },
    },
  },
};

const workflow = `name: failcodes
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - run: npx failcodes check --format github
`;

/** Where a project keeps what `init` writes. */
export interface InitPlaces {
  readonly spec: string;
  readonly locales: string;
  readonly output: string;
}

/** The configuration of a beginning. */
export function initConfiguration({ spec, output }: InitPlaces): InitFile {
  const content = { $schema: `./${schemaFolder}/config.schema.json`, spec, output };
  return { path: "failcodes.config.json", content: jsonText(content) };
}

/** A small catalog, and its texts in a second language. */
export function initCatalog({ spec, locales }: InitPlaces): readonly [catalog: InitFile, locale: InitFile] {
  const locale = `${locales}/de.json`;
  return [
    { path: spec, content: jsonText({ $schema: schemaPath(spec, "failure-codes"), ...catalog }) },
    { path: locale, content: jsonText({ $schema: schemaPath(locale, "locale"), ...german }) },
  ];
}

/** The check of every pull request. */
export const initWorkflow: InitFile = { path: ".github/workflows/failcodes.yml", content: workflow };

/** What git is told: generated files are folded in a review, and keep their line ends. */
export function initLines({ output }: InitPlaces): InitLines {
  return { path: ".gitattributes", lines: [`${output}/** linguist-generated text eol=lf`] };
}

function schemaPath(from: string, name: string): string {
  const upwards = "../".repeat(from.split("/").length - 1);
  return `${upwards === "" ? "./" : upwards}${schemaFolder}/${name}.schema.json`;
}
