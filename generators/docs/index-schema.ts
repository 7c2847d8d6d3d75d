import type { Json } from "../../core/target.ts";

/** Path of the schema of index.json. */
export const indexSchemaPath = "index.schema.json";

const code = { description: "The permanent code.", type: ["integer", "string"] };
const path = { description: "Path of the page, relative to index.json.", type: "string" };
const url = {
  description: "Permanent address of the page, where the pages are published.",
  type: "string",
  format: "uri",
};
const names = { type: "array", items: { type: "string" } };

/** The schema of index.json. */
export const indexSchema: Json = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:failcodes:schema:docs-index:1",
  title: "Index of the reference pages",
  description: "Every code with the path of its page, for programs. Fields may be added; those that are here stay.",
  type: "object",
  required: ["name", "title", "version", "path", "categories", "failures", "reserved"],
  properties: {
    $schema: { description: "This schema.", type: "string" },
    name: { description: "Name of the catalog.", type: "string" },
    title: { description: "Title of the catalog.", type: "string" },
    version: { description: "Version of the catalog.", type: "string" },
    path,
    url,
    categories: { description: "In the order of the catalog.", type: "array", items: { $ref: "#/$defs/category" } },
    failures: { description: "By code, ascending.", type: "array", items: { $ref: "#/$defs/failure" } },
    reserved: { description: "By code, ascending.", type: "array", items: { $ref: "#/$defs/reservation" } },
    sources: {
      description: "By name, ascending; absent where the catalog has none.",
      type: "array",
      items: { $ref: "#/$defs/source" },
    },
  },
  $defs: {
    category: {
      description: "A category and its page.",
      type: "object",
      required: ["id", "title", "path"],
      properties: {
        id: { description: "Its permanent identifier.", type: "string" },
        title: { description: "Its title.", type: "string" },
        range: {
          description: "The integers that belong to it, both ends included.",
          type: "object",
          required: ["from", "to"],
          properties: { from: { type: "integer" }, to: { type: "integer" } },
        },
        prefixes: { description: "What its string codes begin with.", ...names },
        path,
        url,
      },
    },
    failure: {
      description: "A failure and its page.",
      type: "object",
      required: ["code", "name", "aliases", "category", "title", "retry", "statuses", "lifecycle", "path", "anchors"],
      properties: {
        code,
        name: { description: "The name. It may change; the code does not.", type: "string" },
        aliases: { description: "Other published spellings of the name.", ...names },
        category: { description: "Identifier of the category.", type: "string" },
        title: { description: "What happened, in a few words, as plain text.", type: "string" },
        retry: { description: "Whether sending again helps.", enum: ["never", "later", "after-change"] },
        statuses: { description: "The statuses a message with it can have; empty where unknown.", ...names },
        lifecycle: { description: "Whether it can still be met.", enum: ["active", "deprecated", "retired"] },
        replacedBy: { ...code, description: "Code of the failure to use instead." },
        path,
        url,
        anchors: { description: "Fragments of the page: the name and every alias.", ...names },
      },
    },
    reservation: {
      description: "A code that no failure has, and its page.",
      type: "object",
      required: ["code", "path"],
      properties: { code, path, url },
    },
    source: {
      description: "Where failures arise, for example a platform, and its page.",
      type: "object",
      required: ["name", "title", "standing", "aliases", "path", "errors"],
      properties: {
        name: { description: "As `failure.source.name` of a failed message has it.", type: "string" },
        title: { description: "As people call it, as plain text.", type: "string" },
        standing: { description: "What it is to the API.", enum: ["documented", "channel", "protocol"] },
        aliases: { description: "Other names that people know it by.", ...names },
        path,
        url,
        errors: {
          description: "Its errors, most specific first.",
          type: "array",
          items: { $ref: "#/$defs/error" },
        },
      },
    },
    error: {
      description: "An error of a platform, and where it leads.",
      type: "object",
      required: ["anchor", "outcome", "provenance"],
      properties: {
        anchor: { description: "Its fragment in the page of the source.", type: "string" },
        outcome: {
          description: "It means a failure; nobody can judge it, and it leads to the fallback; or it is no failure.",
          enum: ["failure", "fallback", "notAFailure"],
        },
        failure: { ...code, description: "Code of the failure; absent where it is none." },
        evidence: {
          description: "Who says so: the vendor of the API documents it, or this catalog derives it.",
          enum: ["documented", "derived"],
        },
        provenance: {
          description: "How well the error itself is known.",
          enum: ["published", "same-numbering", "recalled"],
        },
      },
    },
  },
};
