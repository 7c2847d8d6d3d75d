import type { MessageFormat } from "./message-format.ts";

/** Every format by its id, which is the name of its folder, in the order in which they are made. A format is loaded when it is chosen. */
const loaders = {
  "es-modules": async () => (await import("./es-modules.ts")).esModules,
  "icu-json": async () => (await import("./icu-json.ts")).icuJsonFormat,
  i18next: async () => (await import("./i18next.ts")).i18next,
  "java-icu4j": async () => (await import("./java.ts")).javaProperties("icu4j"),
  "java-text": async () => (await import("./java.ts")).javaProperties("text"),
  "java-spring": async () => (await import("./java.ts")).javaProperties("spring"),
  po: async () => (await import("./po.ts")).po,
  android: async () => (await import("./android.ts")).android,
  xcstrings: async () => (await import("./xcstrings.ts")).xcstrings,
  arb: async () => (await import("./arb.ts")).arb,
  xliff12: async () => (await import("./xliff.ts")).xliff12,
  xliff2: async () => (await import("./xliff.ts")).xliff2,
  laravel: async () => (await import("./laravel.ts")).laravel,
  symfony: async () => (await import("./symfony.ts")).symfony,
  "vue-i18n": async () => (await import("./vue-i18n.ts")).vueI18n,
  resx: async () => (await import("./resx.ts")).resx,
  rails: async () => (await import("./rails.ts")).rails,
  chrome: async () => (await import("./chrome.ts")).chrome,
  mf2: async () => (await import("./mf2.ts")).mf2,
} as const satisfies Readonly<Record<string, () => Promise<MessageFormat>>>;

/** Id of a format. */
export type MessageFormatId = keyof typeof loaders;

/** All of them, in the order in which they are made. */
export const messageFormatIds = Object.keys(loaders) as readonly MessageFormatId[];

/** A format that is to be made. */
export interface ChosenFormat {
  readonly id: MessageFormatId;
  readonly format: MessageFormat;
}

/** Loads formats. */
export function loadFormats(ids: readonly MessageFormatId[]): Promise<readonly ChosenFormat[]> {
  return Promise.all(ids.map(async (id) => ({ id, format: await loaders[id]() })));
}
