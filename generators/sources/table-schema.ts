import type { Catalog } from "../../core/catalog.ts";
import { type SourceSchemaFileName, schemaId } from "../../core/failed-message-schema.ts";
import type { Schema } from "../../core/failed-message-shape.ts";
import type { Json, Kit } from "../../core/target.ts";

const text = (description: string): Schema => ({ description, type: "string" });
const count = (description: string): Schema => ({ description, type: "integer", minimum: 0 });
const list = (description: string, items: Schema): Schema => ({ description, type: "array", items });

/** An object of the table: what is in it and always there, and what may be absent. Fields may be added. */
function table(description: string, required: { readonly [name: string]: Json }, optional: Schema = {}): Schema {
  const properties = { ...required, ...optional };
  return { description, type: "object", required: Object.keys(required), properties };
}

const conditionOnText = { $ref: "#/$defs/text" };

function key(kind: string, description: string, required: Schema, optional: Schema = {}): Schema {
  return table(description, { kind: { const: kind }, ...required }, { ...optional, text: conditionOnText });
}

const address = { description: "Its permanent address, where the reference pages are published.", type: "string" };

const keys: Schema = {
  description: "Which errors a row is for. With `text`, the platform's text has to fit as well.",
  oneOf: [
    key(
      "exact",
      "One code; with `subcode`, that subcode of it alone.",
      { code: text("The code in its normal form: without leading zeros, hexadecimal as decimal.") },
      {
        subcode: text("The subcode."),
        spellings: list("Other ways the platform writes the code.", { type: "string" }),
      },
    ),
    key("detail", "A subject and a detail of an enhanced status, of class 4 or 5: X.1.1.", {
      subject: text("The subject."),
      detail: text("The detail."),
    }),
    key("range", "The codes of a range, both ends included.", {
      from: { description: "The first code.", type: "integer" },
      to: { description: "The last code.", type: "integer" },
    }),
    key("class", "A class of enhanced statuses: 4.X.X.", { class: text("The class.") }),
    key("source", "Every code, or none.", {}),
  ],
};

const condition = table("A literal condition on the platform's text; case counts.", {
  kind: {
    description: "How the pattern has to fit the text; in a `glob`, `*` stands for any run of characters.",
    enum: ["is", "prefix", "suffix", "contains", "glob"],
  },
  pattern: text("What the text is compared with."),
});

const reference = table(
  "A page or document.",
  { id: text("What the source names it by."), title: text("Its title.") },
  { url: text("Its address.") },
);

/** Rows of an outcome, which must have these fields besides. A strict validator wants to know each of them here too. */
function honest(fields: Schema, ...required: readonly string[]): Schema {
  return { properties: { ...Object.fromEntries(required.map((name) => [name, true])), ...fields }, required };
}

/** What each outcome has to say for itself. */
const honesty: readonly Schema[] = [
  honest({ outcome: { const: "failure" }, evidence: { const: "derived" } }, "failure", "evidence", "reason", "retry"),
  honest(
    { outcome: { const: "failure" }, evidence: { const: "documented" } },
    "failure",
    "evidence",
    "reference",
    "retry",
  ),
  honest({ outcome: { const: "fallback" } }, "failure", "reason", "retry"),
  honest({ outcome: { const: "notAFailure" }, failure: false }, "reason"),
];

function mapping(failureCode: Schema): Schema {
  const fields = table(
    "An error of the platform, and what it means.",
    {
      key: { $ref: "#/$defs/key" },
      name: text("As the platform names it."),
      outcome: {
        description:
          "`failure`: it means that failure. `fallback`: nobody can judge it, and `failure` is the fallback. `notAFailure`: all is well.",
        enum: ["failure", "fallback", "notAFailure"],
      },
      provenance: {
        description:
          "How well the error itself is known: `published` by the platform or a standard; `same-numbering`: others publish this numbering; `recalled`, and not checked again.",
        enum: ["published", "same-numbering", "recalled"],
      },
      anchor: text("Fragment of its place in the source's reference page."),
    },
    {
      description: text("What it means."),
      failure: { ...failureCode, description: "Code of the failure; absent where it is none." },
      failureName: text("Name of the failure. It may change; the code does not."),
      evidence: {
        description: "How sure the mapping is: the vendor of the API documents it, or this catalog derives it.",
        enum: ["documented", "derived"],
      },
      reference: { description: "Where it is documented.", $ref: "#/$defs/reference" },
      reason: text("Why it is judged so."),
      retry: {
        description: "Whether sending again helps: this row's own advice, else the failure's.",
        enum: ["never", "later", "after-change"],
      },
      inheritedFrom: text("Name of the source that the row comes from, where it is another one."),
      url: address,
    },
  );
  return { ...fields, oneOf: honesty };
}

const coverage = table("How many of its rows lead where.", {
  errors: count("All of them."),
  mapped: count("Rows that lead to a failure: `documented` and `derived` together."),
  documented: count("Of these: documented by the vendor of the API."),
  derived: count("Of these: derived by this catalog."),
  fallback: count("Rows that nobody can judge."),
  notAFailure: count("Rows that are no failure."),
  inherited: count("Rows among all of them that come from another source."),
});

const sourceFields: Schema = {
  name: text("As `failure.source.name` of a failed message holds it."),
  title: text("As people call it."),
  description: text("When a failure comes from here."),
  standing: {
    description:
      "`documented`: a documented source of the API. `channel`: a channel of it without one. `protocol`: its codes are not reported by the API by themselves.",
    enum: ["documented", "channel", "protocol"],
  },
  aliases: list(
    "Other names that people know it by.",
    table("A name.", { name: text("The name."), reason: text("Why people use it.") }),
  ),
  codeForms: list("How its codes are written, in the order in which the forms are tried.", {
    description:
      "`number`: decimal digits, or hexadecimal after 0x. `enhanced-status`: class.subject.detail. `word`: as it is written.",
    enum: ["number", "enhanced-status", "word"],
  }),
  references: list("Pages and documents about its errors.", { $ref: "#/$defs/reference" }),
  judging: text("How its errors were judged."),
  coverage,
  mappings: list("Its errors, most specific first: the first row that fits an error counts.", {
    $ref: "#/$defs/mapping",
  }),
};

const optionalSourceFields: Schema = {
  sourceCode: text("What `failure.source.code` of a failed message holds."),
  inherits: text("Name of the source whose rows it has too."),
  url: address,
};

/** The schemas of the tables, by file name. Each stands alone, and is the same from one release of a catalog to the next. */
export function tableSchemas(
  catalog: Catalog,
  kit: Pick<Kit, "baseUrl">,
): readonly (readonly [SourceSchemaFileName, Json])[] {
  const failureCode: Schema = { type: catalog.codeType };
  const head: Schema = {
    $schema: text("Path of this schema."),
    catalog: table("The catalog that the table is from.", { name: text("Its name."), version: text("Its version.") }),
    fallback: { ...failureCode, description: "Code of the failure that a code or source which is not listed means." },
  };
  const definitions: Schema = { mapping: mapping(failureCode), key: keys, text: condition, reference };
  const document = (fileName: SourceSchemaFileName, title: string, body: Schema, more: Schema = {}): Json => ({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaId(catalog, kit, fileName),
    title,
    ...body,
    $defs: { ...more, ...definitions },
  });
  const source = table("A source of failures and its errors.", sourceFields, optionalSourceFields);
  const one = table(
    "What the errors of one source mean. Fields may be added; those that are here stay.",
    { ...head, ...sourceFields },
    optionalSourceFields,
  );
  const all = table("What the errors of every source mean. Fields may be added; those that are here stay.", {
    ...head,
    sources: list("The sources, by name.", { $ref: "#/$defs/source" }),
  });
  return [
    ["source-table.schema.json", document("source-table.schema.json", "Errors of a source", one)],
    ["source-tables.schema.json", document("source-tables.schema.json", "Errors of all sources", all, { source })],
  ];
}
