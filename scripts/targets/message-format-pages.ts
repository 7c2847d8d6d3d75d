import { type Outcome, success } from "../../core/outcome.ts";
import type { Artifact, Target } from "../../core/target.ts";
import { loadFormats, messageFormatIds } from "../../generators/messages/formats.ts";
import { loweringTable } from "../../generators/messages/lowering.ts";

/** A page for each format of messages. It reads nothing of the catalog; what a format says of itself is its source. */
export function target(): Target {
  return {
    id: "message-format-pages",
    title: "Pages of message formats",
    options: {},
    templates: [],
    generate: async (): Promise<Outcome<readonly Artifact[]>> => {
      const formats = await loadFormats(messageFormatIds);
      return success(
        formats.map(({ id, format: { purpose, lowering } }) => ({
          path: `${id}.md`,
          content: `# ${id}\n\n${purpose}\n\nHow a message of the catalog is written:\n\n${loweringTable(lowering)}\n`,
        })),
      );
    },
  };
}
