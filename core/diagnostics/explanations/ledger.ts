import type { Explanation } from "../explanation.ts";
import type { ledgerDiagnostics } from "../ledger-diagnostics.ts";

/** What the FC9… diagnostics mean. */
export const ledgerExplanations: Readonly<Record<keyof typeof ledgerDiagnostics, Explanation>> = {
  FC9001: {
    meaning:
      "The ledger remembers every release, one line each, in JSON. A line that is something else was put there by hand, or is what a merge left. As long as it stands there, nothing after it can be trusted.",
    language: "text",
    wrong: '<<<<<<< HEAD\n{"ledger":1,"version":"1.1.0", … }',
    right: '{"ledger":1,"version":"1.1.0", … }',
  },
  FC9002: {
    meaning:
      "Every line ends with the digest of its own text. Whoever changes a code or a name in it, however slightly, would change what consumers were once promised; the digest shows it.",
    language: "text",
    wrong: "a line with one code edited, and the digest as it was",
    right: "the line as it was written",
  },
  FC9003: {
    meaning:
      "Every line names the digest of the line before it. If a line is removed, moved or put in between, the next one names another.",
    language: "text",
    wrong: "1.0.0, 1.2.0 (which names 1.1.0)",
    right: "1.0.0, 1.1.0, 1.2.0",
  },
  FC9004: {
    meaning:
      "Versions of a catalog go up with every release. Two releases with one version, or one that goes back, could not be told apart by those who depend on them.",
    language: "text",
    wrong: "1.1.0, 1.0.1",
    right: "1.0.1, 1.1.0",
  },
  FC9005: {
    meaning:
      "Beside the ledger, every release keeps its whole catalog in a file, and its line holds the SHA-256 of that file. `failcodes diff` compares with it, so it has to be exactly what was released.",
    language: "text",
    wrong: "releases/1.0.0.json, edited or deleted",
    right: "releases/1.0.0.json as it was released",
  },
  FC9006: {
    meaning:
      "A ledger whose end was cut off is whole by itself; so is one whose last lines were written anew. Others remember, though: the branch that a change is for, the last tag, the manifests of generated files. What they know has to be in it.",
    language: "text",
    wrong: "main: 1.0.0, 1.1.0 · here: 1.0.0",
    right: "main: 1.0.0, 1.1.0 · here: 1.0.0, 1.1.0, 1.2.0",
  },
  FC9007: {
    meaning:
      "A release is read whatever newer rules would say of its texts, but it has to be the catalog that a failcodes wrote: JSON with its catalog, its locales and its sources. A form that a newer version writes is not known to an older one.",
    language: "json",
    wrong: '{ "release": 2 }',
    right: '{ "release": 1, "catalog": { "name": "parcel-failures" }, "locales": [], "sources": [] }',
  },
  FC9101: {
    meaning:
      "The version in the catalog is the one that the next release will have. It cannot be lower than a version that consumers have already.",
    language: "json",
    wrong: '{ "version": "1.0.0" }',
    right: '{ "version": "1.2.0" }',
  },
  FC9102: {
    meaning:
      "A code is permanent. It stands in logs, in databases and in the programs of others; given to another failure, it would make all of them say something that never happened. That holds for every release there ever was, not only for the last one.",
    language: "json",
    wrong: '{ "code": 1001, "name": "PARCEL_LOST" }',
    right: '{ "code": 1042, "name": "PARCEL_LOST" }',
  },
  FC9103: {
    meaning:
      "A name is what programs are compiled against. If it comes back on another code, a program that is compiled anew means something else with the same words.",
    language: "json",
    wrong: '{ "code": 1042, "name": "CARD_DECLINED" }',
    right: '{ "code": 1042, "name": "CARD_REFUSED_BY_SHOP" }',
  },
  FC9104: {
    meaning:
      "A failure that no longer occurs stays in the catalog as retired: its page and its permalink go on to work, and nobody can give its code away by accident. The ledger remembers it even where the entry was deleted.",
    language: "json",
    wrong: '{ "failures": [] }',
    right:
      '{ "failures": [{ "code": 1001, "name": "CARD_DECLINED", "retired": { "since": "2.0.0", "reason": "Cards are gone." } }] }',
  },
  FC9105: {
    meaning:
      "A reserved code must never be given to a failure, for the reason that stands beside it. Without the reservation, somebody will.",
    language: "json",
    wrong: '{ "reserved": [] }',
    right: '{ "reserved": [{ "code": 1009, "reason": "It was published by mistake." }] }',
  },
  FC9201: {
    meaning:
      "A waiver lets one change through. When the change is released, or was taken back, or never had this fingerprint, the waiver does nothing, and the next reader takes it for a rule.",
    language: "json",
    wrong:
      '{ "waivers": [{ "fingerprint": "renamed 1001", "reason": "…", "role": "API owner", "expires": "2027-03-31" }] }',
    right: '{ "waivers": [] }',
  },
  FC9202: {
    meaning:
      "Every waiver has a last day, so that somebody looks at it again. After that day the change is refused as if there were no waiver.",
    language: "json",
    wrong: '{ "expires": "2020-01-31" }',
    right: '{ "expires": "2027-03-31" }',
  },
  FC9203: {
    meaning:
      "Some changes would make old data say something that never happened: a number with another meaning, two failures that change places. Nobody can allow that for others.",
    language: "json",
    wrong: '{ "fingerprint": "code-reused 1001" }',
    right: '{ "waivers": [] }',
  },
  FC9204: {
    meaning:
      "Whoever depends on the catalog reads from its version whether an update can break something. What breaks asks for a major step, what is new for a minor one, other words for a patch. While the major version is 0, a step less is enough.",
    language: "json",
    wrong: '{ "version": "1.0.1" }',
    right: '{ "version": "2.0.0" }',
  },
  FC9205: {
    meaning:
      "Every release has a version of its own. Released twice, one version would stand for two catalogs, and nobody could tell which of the two somebody has.",
    language: "json",
    wrong: '{ "version": "1.2.0" }',
    right: '{ "version": "1.2.1" }',
  },
};
