import type { Catalog, Failure, Param } from "../catalog.ts";
import { joinedPieces, type Pieces, pieces } from "../content.ts";
import { commentLine, docComment } from "../doc-comment.ts";
import { codeLiteral, stringLiteral } from "../javascript-literal.ts";

/** `message-types.d.ts`: the params of every failure by code, and what the functions of both modes take and give. */
export function messageTypes(catalog: Catalog): Pieces {
  const code = codeType(catalog);
  return pieces(function* () {
    yield `/** The params of the failures that have some, by code. */\nexport interface MessageParams {\n`;
    yield* joinedPieces(paramLines(catalog), "");
    yield `}

/** The parts of a message. \`developer\` is for logs, and not translated. */
export type MessagePart = "title" | "detail" | "action" | "developer";

/** What is asked for. */
export interface MessageOptions {
  /** Tag of any language, as \`fr\`, \`pt-BR\` or \`zh_TW\`; without one it is the default locale. */
  readonly locale?: string | undefined;
  /** Where the failure has no such part, it is its detail; where it has none, its title. */
  readonly part?: MessagePart | undefined;
}

/** What follows a code: options, with the params of a failure that has some. */
export type MessageArguments<Code> = Code extends keyof MessageParams
  ? [options: MessageOptions & { readonly params: MessageParams[Code] }]
  : [options?: MessageOptions & { readonly params?: Readonly<Record<string, string | number>> | undefined }];

/** A text, and what became of the request. */
export interface LocalizedMessage {
  readonly text: string;
  /** Code of the failure whose text it is: the fallback's where the code is not known. */
  readonly code: ${code};
  readonly part: MessagePart;
  readonly requestedLocale: string;
  /** Locale that the text is written in. */
  readonly resolvedLocale: string;
  readonly direction: "ltr" | "rtl";
}

/** Functions that write messages. They never throw: a param that is not given stands as its name in braces. */
export interface Messages {
  /** The text of a failure. */
  message<Code extends ${code}>(code: Code, ...options: MessageArguments<Code>): string;
  /** The text of a failure, with its code, part, locale and direction. */
  localizedMessage<Code extends ${code}>(code: Code, ...options: MessageArguments<Code>): LocalizedMessage;
}`;
  });
}

function codeType({ codeType: type }: Catalog): "number" | "string" {
  return type === "integer" ? "number" : "string";
}

function* paramLines({ failures }: Catalog): Generator<string> {
  for (const failure of failures) {
    if (failure.params.length === 0) continue;
    const lines = failure.params.map(
      (param) =>
        `${docComment([commentLine(describedParam(param))], "    ")}\n    readonly ${param.name}: ${paramType(param)};\n`,
    );
    yield `  ${docComment([failure.name])}\n  ${codeProperty(failure)}: {\n${lines.join("")}  };\n`;
  }
}

function codeProperty({ code }: Failure): string {
  return codeLiteral(code);
}

function describedParam({ description, example }: Param): string {
  return `${description === "" ? "" : `${description} `}Example: ${example}`;
}

function paramType({ type, values }: Param): string {
  if (type === "enum") return values.map(stringLiteral).join(" | ");
  return type === "integer" || type === "number" ? "number" : "string";
}

const exportedTypes = "LocalizedMessage, MessageArguments, MessageOptions, MessageParams, MessagePart, Messages";

/** `message.d.ts`: the functions, over the modules of locales. */
export function functionDeclarations(catalog: Catalog): string {
  const code = codeType(catalog);
  return `import type { LocalizedMessage, MessageArguments, Messages } from "./message-types.js";

export type { ${exportedTypes} } from "./message-types.js";

/** The texts of one locale, as a module of \`message/\` exports them. */
export interface MessageLocale {
  readonly locale: string;
  /** By code: title, detail, action and what is for developers. */
  readonly texts: Readonly<
    Record<string, readonly (string | ((params: Readonly<Record<string, unknown>>) => string) | undefined)[]>
  >;
}

/** The functions for the default locale and these. */
export declare function messagesIn(...locales: readonly MessageLocale[]): Messages;

/** The text of a failure in the default locale, whatever locale is asked for; never throws. */
export declare function message<Code extends ${code}>(code: Code, ...options: MessageArguments<Code>): string;

/** The text of a failure in the default locale, with its code, part, locale and direction; never throws. */
export declare function localizedMessage<Code extends ${code}>(
  code: Code,
  ...options: MessageArguments<Code>
): LocalizedMessage;`;
}

/** `message/<tag>.d.ts`: the texts of a locale. */
export const localeDeclarations = `import type { MessageLocale } from "../message.js";

export declare const locale: MessageLocale;`;

/** `message-json.d.ts`: the functions, over compact JSON. */
export const jsonDeclarations = `import type { Messages } from "./message-types.js";

export type { ${exportedTypes} } from "./message-types.js";

/** A file of \`messages/compact/\`, parsed. */
export interface MessageTable {
  readonly locale: string;
  readonly texts: Readonly<Record<string, { readonly [Part in string]?: string | readonly unknown[] }>>;
}

/** The functions for the locales of these tables; the default locale's belongs to them. */
export declare function messagesIn(...tables: readonly MessageTable[]): Messages;`;
