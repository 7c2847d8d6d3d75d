import type { BundledMessage } from "../message-bundle.ts";
import { plainPlaceholders } from "../message-syntax/placeholders.ts";
import { messageTree } from "../message-tree.ts";
import { compactText } from "./compact-message.ts";

/**
 * What is written in a locale, as JSON that the runtime takes as it is: by code and part, in the form of `compactText`. It is
 * put together directly, a line for a failure: with bundles, it is the largest part of what is generated.
 */
export function compactJson(tag: string, bundle: readonly BundledMessage[]): string {
  let json = `{\n"locale": ${JSON.stringify(tag)},\n"texts": {`;
  let code: number | string | undefined;
  for (const { failure, part, text, translated } of bundle) {
    if (!translated) continue;
    if (failure.code === code) json += `,"${part}":`;
    else {
      json += `${code === undefined ? "\n" : "},\n"}${JSON.stringify(String(failure.code))}: {"${part}":`;
      code = failure.code;
    }
    json += textJson(text);
  }
  return `${json}${code === undefined ? "" : "}"}\n}\n}\n`;
}

function textJson(text: string): string {
  return plainPlaceholders(text)?.length === 0 ? JSON.stringify(text) : JSON.stringify(compactText(messageTree(text)));
}
