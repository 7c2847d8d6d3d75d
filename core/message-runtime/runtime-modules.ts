import { stringLiteral } from "../javascript-literal.ts";

/**
 * The runtime over the modules of locales: `messagesIn`, and `message` and `localizedMessage` in the default locale alone.
 * Who imports `message` alone does not get what `localizedMessage` tells besides.
 */
export function functionRuntime(defaultLocale: string): string {
  return `import { locale as own } from ${stringLiteral(`./message/${defaultLocale}.js`)};
import { chainOf, defaultLocale, directionOf, fallbackCode } from "./message-locales.js";

const places = { title: 0, detail: 1, action: 2, developer: 3 };

const at = (chain, code, place, options) => {
  for (const { locale, texts } of chain) {
    const text = texts?.[code]?.[place];
    if (text) return [text.call ? text(options?.params ?? {}) : text, code, place, locale];
  }
};

// What throws here was not made to be read: it is asked again without its options, and then for the fallback.
const found = (tables, code, options) => {
  try {
    const chain = chainOf(options?.locale, tables);
    return (
      at(chain, code, places[options?.part] ?? 1, options) ??
      at(chain, code, 1, options) ??
      at(chain, code, 0, options) ??
      found(tables, fallbackCode, options)
    );
  } catch {
    return found(tables, options ? code : fallbackCode);
  }
};

const localized = (tables, code, options) => {
  try {
    const [text, known, place, locale] = found(tables, code, options);
    return {
      text,
      code: known,
      part: Object.keys(places)[place],
      requestedLocale: options?.locale ?? defaultLocale,
      resolvedLocale: locale,
      direction: directionOf(locale),
    };
  } catch {
    return localized(tables, code);
  }
};

const inDefault = [own];

export const message = (code, options) => found(inDefault, code, options)[0];

export const localizedMessage = (code, options) => localized(inDefault, code, options);

export const messagesIn = (...locales) => {
  const tables = [own, ...locales];
  return {
    message: (code, options) => found(tables, code, options)[0],
    localizedMessage: (code, options) => localized(tables, code, options),
  };
};`;
}

/** The runtime over compact JSON: `messagesIn`. It finds what the other one finds, in fewer bytes. */
export const jsonRuntime = `import { chainOf, defaultLocale, directionOf, fallbackCode } from "./message-locales.js";

const formats = {};

const written = (text, params, locale) =>
  text.map
    ?.((node) => {
      if (!node.map) return node;
      const [name, kind, options, arms] = node;
      // A string or a number.
      const value = /^(st|n)/.test(typeof params[name]) ? params[name] : undefined;
      const word =
        kind && value !== undefined
          ? (formats[locale + JSON.stringify([kind, options])] ??= new Intl[kind](locale, options))[
              arms ? "select" : "format"
            ](value)
          : value;
      return arms
        ? written(arms.find(([arm]) => arm === word || arm === \`=\${value}\` || arm === "other")[1], params, locale)
        : (word ?? \`{\${name}}\`);
    })
    .join("") ?? text;

export const messagesIn = (...tables) => {
  // What throws here was not made to be read: it is asked again without its options, and then for the fallback.
  const localizedMessage = (code, options) => {
    try {
      for (const known of [code, fallbackCode])
        for (const part of [options?.part, "detail", "title"])
          for (const { locale, texts } of chainOf(options?.locale, tables)) {
            const text = texts?.[known]?.[part];
            // A text or a list: nothing that every object has.
            if (text?.at)
              return {
                text: written(text, options?.params ?? {}, locale),
                code: known,
                part,
                requestedLocale: options?.locale ?? defaultLocale,
                resolvedLocale: locale,
                direction: directionOf(locale),
              };
          }
    } catch {}
    return localizedMessage(options ? code : fallbackCode);
  };
  return { localizedMessage, message: (code, options) => localizedMessage(code, options).text };
};`;
