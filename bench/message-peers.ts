import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createInstance } from "i18next";
import { IntlMessageFormat } from "intl-messageformat";
import { MessageFormat } from "messageformat";
import { messageTree } from "../core/message-tree.ts";

/** Values of params. */
export type Params = Readonly<Record<string, string | number>>;

/** Makes ready what can be for a message of one locale, and gives what writes it. */
export type Prepare = (key: string) => (params: Params) => string;

/** A library that shows the same messages. */
export interface Peer {
  readonly name: string;
  readonly prepare: Prepare;
  /** A module that exports all that a page needs for the messages of one locale, and the folder that it is resolved from. */
  readonly page: string;
  readonly folder: string;
}

const root = resolve(import.meta.dirname, "..");
const own = resolve(import.meta.dirname, "peers");

/** The peers, over the bundles that our own target writes for them, in the default locale of a catalog. */
export async function messagePeers(bundles: string, tag: string): Promise<readonly Peer[]> {
  const read = (path: string): Readonly<Record<string, string>> =>
    JSON.parse(readFileSync(join(bundles, path), "utf8"));
  const json = (path: string): string => JSON.stringify(join(bundles, path));
  const icu = read(`icu-json/${tag}.json`);
  const mf2 = read(`mf2/${tag}.json`);
  const paraglide = await paraglidePeer(join(bundles, "paraglide"), icu, tag);
  return [
    {
      name: "intl-messageformat 12.1.5",
      prepare: (key) => {
        const message = new IntlMessageFormat(icu[key] ?? "", tag);
        return (params) => String(message.format(params));
      },
      page: `import { IntlMessageFormat } from "intl-messageformat";
import texts from ${json(`icu-json/${tag}.json`)};
export const message = (key, params) => new IntlMessageFormat(texts[key], ${JSON.stringify(tag)}).format(params);`,
      folder: root,
    },
    {
      name: "messageformat 4.0.0",
      prepare: (key) => {
        const message = new MessageFormat(tag, mf2[key] ?? "", { bidiIsolation: "none" });
        return (params) => message.format(params);
      },
      page: `import { MessageFormat } from "messageformat";
import texts from ${json(`mf2/${tag}.json`)};
export const message = (key, params) => new MessageFormat(${JSON.stringify(tag)}, texts[key]).format(params);`,
      folder: root,
    },
    await i18nextPeer(bundles, tag),
    ...(paraglide === undefined ? [] : [paraglide]),
  ];
}

async function i18nextPeer(bundles: string, tag: string): Promise<Peer> {
  const read = (path: string) => JSON.parse(readFileSync(join(bundles, "i18next", path), "utf8"));
  const choices = read("choices.json") as Readonly<Record<string, { readonly count?: string }>>;
  const instance = createInstance();
  await instance.init({
    lng: tag,
    resources: { [tag]: { failures: read(`${tag}.json`) } },
    ns: "failures",
    defaultNS: "failures",
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as object);
  return {
    name: "i18next 26.7.2",
    prepare: (key) => {
      const counted = choices[key]?.count;
      if (counted === undefined) return (params) => String(instance.t(key, params as never));
      return (params) => String(instance.t(key, { ...params, count: params[counted] } as never));
    },
    page: `import { createInstance } from "i18next";
import failures from ${JSON.stringify(join(bundles, "i18next", `${tag}.json`))};
const instance = createInstance();
instance.init({ lng: ${JSON.stringify(tag)}, resources: { ${JSON.stringify(tag)}: { failures } }, defaultNS: "failures" });
export const message = (key, params) => instance.t(key, params);`,
    folder: root,
  };
}

const functionName = (key: string): string => `m_${key.replace(".", "_")}`;

/** A text as the message format of inlang has it: plain, or with the arms of its one plural. */
function inlangMessage(text: string): unknown {
  const [first] = messageTree(text);
  if (first === undefined || typeof first === "string" || first.kind === "param")
    return text.replace(/, number\}/g, "}");
  const { name, arms } = first;
  const written = (tree: ReturnType<typeof messageTree>): string =>
    tree.map((node) => (typeof node === "string" ? node : `{${node.name}}`)).join("");
  return [
    {
      declarations: [`input ${name}`, `local ${name}Plural = ${name}: plural`],
      selectors: [`${name}Plural`],
      match: Object.fromEntries([...arms].map(([arm, tree]) => [`${name}Plural=${arm}`, written(tree)])),
    },
  ];
}

interface Compiler {
  compile(options: { readonly project: string; readonly outdir: string }): Promise<void>;
}

/** Paraglide, whose functions a compiler makes: `npm ci --prefix bench/peers` installs it. Undefined where it is not. */
async function paraglidePeer(
  folder: string,
  texts: Readonly<Record<string, string>>,
  tag: string,
): Promise<Peer | undefined> {
  const compiler = join(own, "node_modules/@inlang/paraglide-js/dist/index.js");
  if (!existsSync(compiler)) return undefined;
  mkdirSync(join(folder, "project.inlang"), { recursive: true });
  mkdirSync(join(folder, "messages"));
  symlinkSync(join(own, "node_modules"), join(folder, "node_modules"));
  const settings = {
    baseLocale: tag,
    locales: [tag],
    modules: ["./node_modules/@inlang/plugin-message-format/dist/index.js"],
    "plugin.inlang.messageFormat": { pathPattern: "./messages/{locale}.json" },
  };
  writeFileSync(join(folder, "project.inlang/settings.json"), JSON.stringify(settings));
  const messages = Object.entries(texts).map(([key, text]) => [functionName(key), inlangMessage(text)]);
  writeFileSync(join(folder, `messages/${tag}.json`), JSON.stringify(Object.fromEntries(messages)));
  const { compile } = (await import(pathToFileURL(compiler).href)) as Compiler;
  await compile({ project: join(folder, "project.inlang"), outdir: join(folder, "out") });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const functions = (await import(pathToFileURL(join(folder, "out/messages.js")).href)) as Readonly<
    Record<string, (params: object, options: object) => string>
  >;
  const options = { locale: tag };
  return {
    name: "Paraglide 2.25.4",
    prepare: (key) => (params) => functions[functionName(key)]?.(params, options) ?? "",
    page: `import * as functions from "./out/messages.js";
export const message = (key, params, options) => functions[key](params, options);`,
    folder,
  };
}
