import type { Catalog, Example, Failure } from "../../core/catalog.ts";
import { schemaId } from "../../core/failed-message-schema.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";

/** A piece of code on the page of a failure, not made safe for HTML yet. */
export interface Sample {
  readonly id: "typescript" | "curl" | "json-schema";
  readonly title: string;
  readonly about: string;
  readonly code: string;
}

/** The payloads that a page shows: those of the catalog, or the least that a failed message has. */
export function payloadsOf(catalog: Catalog, failure: Failure): readonly Example[] {
  if (failure.examples.length > 0) return failure.examples;
  // Where the catalog names no status, any word is one.
  const status = failure.statuses[0] ?? catalog.statuses[0]?.id ?? "failed";
  return [
    {
      title: "The least that a message with this failure has",
      payload: { status, failure: { code: failure.code } },
    },
  ];
}

/** Code that deals with a failure, in each language that a page shows. */
export function samplesOf(catalog: Catalog, failure: Failure, baseUrl: string | undefined): readonly Sample[] {
  return [typescriptSample(catalog, failure), curlSample(catalog, failure), schemaSample(catalog, failure, baseUrl)];
}

function typescriptSample({ name: packageName }: Catalog, { name, retry, messages, params, code }: Failure): Sample {
  const hasText = Object.keys(messages).length > 0;
  const { heading, advice } = retryAdvice[retry];
  const values = params.map((param) => `${param.name}: ${JSON.stringify(param.example)}`).join(", ");
  const options = values === "" ? "" : `, { params: { ${values} } }`;
  const lines = [
    `import { FailureCode, readFailedMessage } from ${JSON.stringify(packageName)};`,
    ...(hasText ? [`import { message } from ${JSON.stringify(`${packageName}/message`)};`] : []),
    "",
    `export function explain(received: unknown): string | undefined {`,
    `  const { failure } = readFailedMessage(received);`,
    `  if (failure?.code !== FailureCode.${name}) return undefined;`,
    `  // ${heading}. ${advice}`,
    hasText ? `  return message(${JSON.stringify(code)}${options});` : `  return ${JSON.stringify(name)};`,
    "}",
  ];
  return {
    id: "typescript",
    title: "TypeScript",
    about: hasText
      ? "Recognises the failure in a received message, and gives the text for its end user."
      : "Recognises the failure in a received message.",
    code: lines.join("\n"),
  };
}

function curlSample(catalog: Catalog, failure: Failure): Sample {
  const payload = payloadsOf(catalog, failure)[0]?.payload ?? {};
  const body = JSON.stringify(payload, undefined, 2).replaceAll("'", "'\\''");
  return {
    id: "curl",
    title: "curl",
    about: "Sends the payload to a webhook of yours, to see what it makes of the failure.",
    code: [
      "curl --request POST 'https://webhook.example.com/messages' \\",
      "  --header 'content-type: application/json' \\",
      `  --data-raw '${body}'`,
    ].join("\n"),
  };
}

function schemaSample(catalog: Catalog, { code }: Failure, baseUrl: string | undefined): Sample {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $ref: schemaId(catalog, { baseUrl }, "failed-message.schema.json"),
    properties: { failure: { properties: { code: { const: code } } } },
  };
  return {
    id: "json-schema",
    title: "JSON Schema",
    about: "Holds for failed messages with this code and for no others.",
    code: JSON.stringify(schema, undefined, 2),
  };
}
