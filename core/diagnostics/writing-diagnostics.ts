import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC6…: paths of artifacts, and writing them. What lies in the output folder is drift, not a diagnostic. */
export const writingDiagnostics = {
  FC6001: {
    severity: "error",
    title: "Artifact outside its folder",
    message: sentence`The target ${"target"} returned the path ${"path"}, which leaves its folder: ${"reason"}.`,
    hint: sentence`Return paths inside the target's folder, with forward slashes, for example "codes/12001.md".`,
  },
  FC6002: {
    severity: "error",
    title: "Path that not every system can hold",
    message: sentence`The target ${"target"} returned the path ${"path"}, which cannot be written everywhere: ${"reason"}.`,
    hint: sentence`Make file names of letters, digits, hyphens, underscores and dots.`,
  },
  FC6003: {
    severity: "error",
    title: "Path that failcodes needs",
    message: sentence`The target ${"target"} returned the path ${"path"}, which is taken: ${"reason"}.`,
    hint: sentence`Give the artifact another name.`,
  },
  FC6004: {
    severity: "error",
    title: "Two artifacts with one path",
    message: sentence`The target ${"target"} returned the path ${"path"} twice.`,
    hint: sentence`Return each file once, or give one of the two another name.`,
  },
  FC6005: {
    severity: "error",
    title: "Two paths that are one on some systems",
    message: sentence`The target ${"target"} returned ${"first"} and ${"second"}, which are one and the same on Windows and macOS.`,
    hint: sentence`Let the names differ in more than capitals and the form of accents.`,
  },
  FC6006: {
    severity: "error",
    title: "File and folder of one name",
    message: sentence`The target ${"target"} returned ${"file"} as a file, and ${"path"} needs a folder of that name.`,
    hint: sentence`Give the file or the folder another name.`,
  },
  FC6007: {
    severity: "error",
    title: "Text that has no UTF-8",
    message: sentence`The target ${"target"} returned a text for ${"path"} that holds half of a character at offset ${"offset"}.`,
    hint: sentence`Cut texts between characters, not inside of one.`,
  },
  FC6008: {
    severity: "error",
    title: "Two targets in one folder",
    message: sentence`The target ${"owner"} owns the folder ${"folder"}, and the target ${"guest"} writes into it too.`,
    hint: sentence`Give ${"guest"} a folder that ${"owner"} has no part in.`,
  },
  FC6009: {
    severity: "error",
    title: "File of two targets",
    message: sentence`The targets ${"first"} and ${"second"} both return the file ${"path"}.`,
    hint: sentence`Give one of them another folder, or the file another name.`,
  },
  FC6010: {
    severity: "error",
    title: "Folder that leads out of the project",
    message: sentence`The folder ${"folder"} is a link to ${"place"}, outside of the project.`,
    hint: sentence`Replace the link by a folder, or name a folder inside the project.`,
  },
  FC6011: {
    severity: "error",
    title: "System refuses",
    message: sentence`${"path"} could not be ${"action"}: ${"reason"}.`,
    hint: sentence`Mend what stands in the way and run the command again; what was written so far is whole, and the next run goes on from it.`,
  },
  FC6012: {
    severity: "error",
    title: "Another run is writing",
    message: sentence`Another run of failcodes writes into ${"folder"} (process ${"process"} on ${"machine"}), and did not end in ${"seconds"} seconds.`,
    hint: sentence`Wait for it and run the command again; if there is no such process any more, remove ${"lock"}.`,
  },
} as const satisfies DiagnosticSeries;
