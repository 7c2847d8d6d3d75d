import { type Catalog, type Failure, messageParts } from "../catalog.ts";
import { codeLiteral, stringLiteral } from "../javascript-literal.ts";
import { directionOf, localeResolution } from "../locale-resolution.ts";
import { messageTree } from "../message-tree.ts";

/** A code as the key of an object in JavaScript, `__proto__` too. */
export function codeKey(code: Failure["code"]): string {
  return typeof code === "number" ? codeLiteral(code) : `[${stringLiteral(code)}]`;
}

/**
 * A module with the catalog's resolution table, and how a tag is looked up in it. `chains` holds, by tag in lower case, the
 * locales that are asked, but for the default one, which ends each.
 */
export function localesModule(catalog: Catalog): string {
  const { defaultLocale, chains } = localeResolution(catalog);
  const lines = [...chains].map(([tag, chain]) => {
    const others = chain.filter((one) => one !== defaultLocale).map(stringLiteral);
    return `  ${/^[a-z]+$/.test(tag) ? tag : stringLiteral(tag)}: [${others.join(", ")}],`;
  });
  const rightToLeft = catalog.locales
    .filter(({ tag }) => directionOf(tag) === "rtl")
    .map(({ tag }) => stringLiteral(tag));
  const { code } = catalog.fallback;
  return [
    "const chains = {",
    "  __proto__: null,",
    ...lines,
    "};",
    "",
    `export const defaultLocale = ${stringLiteral(defaultLocale)};`,
    "",
    `export const fallbackCode = ${codeLiteral(code)};`,
    "",
    rightToLeft.length === 0
      ? 'export const directionOf = () => "ltr";'
      : `export const directionOf = (locale) => ([${rightToLeft.join(", ")}].includes(locale) ? "rtl" : "ltr");`,
    "",
    `const title = ${stringLiteral(plainTitle(catalog.fallback))};`,
    "",
    "// What is said where nothing else is, in the form of both kinds of tables.",
    `const last = { locale: defaultLocale, texts: { ${codeKey(code)}: { 0: title, title } } };`,
    "",
    chainFunction,
  ].join("\n");
}

/** A text of a failure that needs no params. */
function plainTitle({ messages, title }: Failure): string {
  for (const part of messageParts) {
    const [text = "", ...more] = messageTree(messages[part]?.text ?? "");
    if (typeof text === "string" && text !== "" && more.length === 0) return text;
  }
  return title;
}

// What was asked last is kept: whoever writes one text in a language mostly writes more.
const chainFunction = `let requested;
let among;
let chain;

export const chainOf = (locale, tables) => {
  if (locale === requested && tables === among) return chain;
  let tag = String(locale ?? defaultLocale).replace(/_/g, "-").toLowerCase();
  while (tag && !chains[tag]) tag = tag.replace(/-?[^-]*$/, "");
  chain = [...(chains[tag] ?? []), defaultLocale].flatMap((one) => tables.filter((table) => table?.locale === one));
  chain.push(last);
  requested = locale;
  among = tables;
  return chain;
};`;

/**
 * A module with the functions that the modules of locales write params with. `rule` sees a number as plural rules do: without
 * its sign, and with the three decimals that are written.
 */
export const formatModule = `export const text = (params, name, write = String) => {
  const value = params[name];
  return typeof value === "string" || typeof value === "number" ? write(value) : \`{\${name}}\`;
};

export const rule = (category) => (n) => category(Math.abs(n % 1 ? n.toFixed(3) : n));

export const numbers = (locale, isPlain, options) => {
  let format;
  return (value) =>
    isPlain && value >= 0 && value < 1000 && value % 1 === 0
      ? \`\${+value}\`
      : (format ??= new Intl.NumberFormat(locale, options)).format(value);
};`;
