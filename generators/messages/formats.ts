import { i18next } from "./i18next.ts";
import { javaProperties } from "./java.ts";
import type { MessageFormat, MessageFormatId } from "./message-format.ts";
import { po } from "./po.ts";

/** How the files of each format are named, and, for all but ICU JSON, made. */
export const formats: Readonly<Record<MessageFormatId, Pick<MessageFormat, "path"> & Partial<MessageFormat>>> = {
  "icu-json": { path: (tag) => `${tag}.json` },
  i18next,
  "java-icu4j": javaProperties("icu4j"),
  "java-text": javaProperties("text"),
  "java-spring": javaProperties("spring"),
  po,
};
