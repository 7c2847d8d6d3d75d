import type { Explanation } from "../explanation.ts";
import type { writingDiagnostics } from "../writing-diagnostics.ts";

/** What the FC6… diagnostics mean. */
export const writingExplanations: Readonly<Record<keyof typeof writingDiagnostics, Explanation>> = {
  FC6001: {
    meaning:
      "A target owns a folder, and every path it returns is a path inside of it. An absolute path, a drive or a step " +
      "upwards would write, and later remove, files that are not the target's.",
    language: "text",
    wrong: "{ path: `../shared/${failure.code}.md`, content }",
    right: "{ path: `codes/${failure.code}.md`, content }",
  },
  FC6002: {
    meaning:
      "The artifacts are committed, and whoever checks the repository out must be able to: on Windows too, where some " +
      "characters and names (CON, NUL.txt) mean something else and a dot or space at the end of a name is dropped.",
    language: "text",
    wrong: '{ path: "codes/12001: no funds.md", content }',
    right: '{ path: "codes/12001-no-funds.md", content }',
  },
  FC6003: {
    meaning:
      "Each target's folder has a manifest.json that says what it was made from, and failcodes writes it. Names that " +
      "begin with .failcodes are those of files that are being written, and .git is git's own.",
    language: "text",
    wrong: '{ path: "manifest.json", content }',
    right: '{ path: "site.webmanifest", content }',
  },
  FC6004: {
    meaning:
      "A target returned two artifacts with one path, so that one of them would be lost. Often a name is made of " +
      "something that two failures have in common, such as their title.",
    language: "text",
    wrong: "{ path: `${slug(failure.title)}.md`, content }",
    right: "{ path: `${failure.code}.md`, content }",
  },
  FC6005: {
    meaning:
      "Two paths differ only in capitals, or in whether an accent is a character of its own. On Windows and macOS they " +
      "are one file: whichever is written last wins there, and git reports the other as changed.",
    language: "text",
    wrong: '[{ path: "Billing.md", content }, { path: "billing.md", content }]',
    right: '[{ path: "billing-category.md", content }, { path: "billing.md", content }]',
  },
  FC6006: {
    meaning:
      "One artifact is a file where another one needs a folder. No file system can hold both, so nothing of the target " +
      "is written.",
    language: "text",
    wrong: '[{ path: "codes", content }, { path: "codes/12001.md", content }]',
    right: '[{ path: "codes/index.md", content }, { path: "codes/12001.md", content }]',
  },
  FC6007: {
    meaning:
      "Artifacts are written as UTF-8. A text that holds one half of a surrogate pair has none: what would be written " +
      "is a replacement character, and the file would not hold what the target returned. It comes from cutting a text " +
      "in the middle of an emoji or another rare character.",
    language: "text",
    wrong: "const short = title.slice(0, 40);",
    right: 'const short = [...title].slice(0, 40).join("");',
  },
  FC6008: {
    meaning:
      "A target owns all of the folder that bears its name in the output folder: what it does not return any more is " +
      "removed from there. So no other target may write into that folder, or into one that contains it.",
    language: "json",
    wrong: '{ "targets": { "wiki": { "module": "./wiki.mjs", "folder": "generated/docs" } } }',
    right: '{ "targets": { "wiki": { "module": "./wiki.mjs", "folder": "website/failures" } } }',
  },
  FC6009: {
    meaning:
      "Two targets write into a folder that they share, and both return a file of the same name there. Each would " +
      "overwrite what the other wrote, on every run.",
    language: "json",
    wrong:
      '{ "targets": { "wiki": { "module": "./wiki.mjs", "folder": "website" }, "faq": { "module": "./wiki.mjs", "folder": "website" } } }',
    right:
      '{ "targets": { "wiki": { "module": "./wiki.mjs", "folder": "website" }, "faq": { "module": "./wiki.mjs", "folder": "website/faq" } } }',
  },
  FC6010: {
    meaning:
      "A folder that failcodes writes into, or one above it, is a symbolic link that leads out of the project. Files are " +
      "written and removed only inside of the folder that the configuration lies in. A link that leads to another place " +
      "inside of the project is followed, and so is one that leads to the project itself.",
    language: "text",
    wrong: "ln -s /var/www/failures generated/docs",
    right: "mkdir -p generated/docs",
  },
  FC6011: {
    meaning:
      "The operating system did not let failcodes read, write or remove a file: the permission is missing, the disk is " +
      "full, or the file is in use. Files are put in their place whole, so none is half written, and the next run goes on " +
      "where this one stopped.",
    language: "text",
    wrong: "chmod a-w generated/docs\nfailcodes generate",
    right: "chmod u+w generated/docs\nfailcodes generate",
  },
  FC6012: {
    meaning:
      "One run at a time writes into an output folder; another one waits for it. This run waited, and the other one did " +
      "not end: it may hang, or run on a machine that shares the folder. A run that was killed is in nobody's way.",
    language: "text",
    wrong: "failcodes generate --watch &\nkill -STOP %1\nfailcodes generate",
    right: "failcodes generate",
  },
};
