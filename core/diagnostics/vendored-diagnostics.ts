import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC62…: generated files that were copied into another repository. */
export const vendoredDiagnostics = {
  FC6201: {
    severity: "error",
    title: "Vendored file that was modified",
    message: sentence`${"path"} is not the file that was generated: it was changed afterwards.`,
    hint: sentence`Copy it again from ${"release"}, and change the catalog instead.`,
  },
  FC6202: {
    severity: "error",
    title: "Vendored file that is missing",
    message: sentence`${"path"} was generated and is not here.`,
    hint: sentence`Copy the whole folder again from ${"release"}.`,
  },
  FC6203: {
    severity: "error",
    title: "Vendored file with other line ends",
    message: sentence`${"path"} differs from the file that was generated in its line ends alone.`,
    hint: sentence`Copy it again, and write "${"pattern"} -text" into .gitattributes, so that git leaves it alone.`,
  },
  FC6204: {
    severity: "error",
    title: "Vendored folders of two releases",
    message: sentence`${"folder"} was made from ${"release"}, and ${"other"} from ${"before"}.`,
    hint: sentence`Copy all folders from one release.`,
  },
  FC6205: {
    severity: "error",
    title: "Manifest that cannot be read",
    message: sentence`The manifest ${"path"} is no longer whole, so nobody can tell what belongs to it.`,
    hint: sentence`Copy the whole folder again.`,
  },
  FC6206: {
    severity: "info",
    title: "File beside vendored files",
    message: sentence`${"path"} was not generated.`,
    hint: sentence`Keep it elsewhere: whoever copies the folder again may take it for an old artifact.`,
  },
} as const satisfies DiagnosticSeries;
