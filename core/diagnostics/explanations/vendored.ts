import type { Explanation } from "../explanation.ts";
import type { vendoredDiagnostics } from "../vendored-diagnostics.ts";

/** What the FC62… diagnostics mean. */
export const vendoredExplanations: Readonly<Record<keyof typeof vendoredDiagnostics, Explanation>> = {
  FC6201: {
    meaning:
      "The manifest of a generated folder holds the digest of every file. A file with another one says something that the catalog does not say, and the next copy overwrites it.",
    language: "text",
    wrong: "a name edited in vendor/failures/codes.js",
    right: "the name edited in the catalog, and the folder copied again",
  },
  FC6202: {
    meaning: "Artifacts of a folder belong together: modules import each other, pages link to each other.",
    language: "text",
    wrong: "vendor/failures with codes.js and without codes.d.ts",
    right: "vendor/failures as it was generated",
  },
  FC6203: {
    meaning:
      "Generated files have line feeds on every system. Git turns them into other line ends where it is told to, and the digests no longer fit.",
    language: "text",
    wrong: "* text=auto eol=crlf",
    right: "vendor/failures/** -text",
  },
  FC6204: {
    meaning:
      "Types of one release beside messages of another: each is right by itself, and together they say two things. What is copied is copied from one release.",
    language: "text",
    wrong: "vendor/typescript from 1.2.0, vendor/messages from 1.1.0",
    right: "both from 1.2.0",
  },
  FC6205: {
    meaning:
      "The manifest says which files belong to a folder. With conflict markers in it, or cut off, it says nothing.",
    language: "text",
    wrong: "<<<<<<< HEAD",
    right: "the manifest as it was generated",
  },
  FC6206: {
    meaning:
      "A file that nobody generated stands in a folder of generated ones. It does no harm to them, and is easily lost.",
    language: "text",
    wrong: "vendor/failures/NOTES.md",
    right: "docs/failures/NOTES.md",
  },
};
