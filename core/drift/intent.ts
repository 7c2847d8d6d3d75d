import { inputsOf, inputsText, isObject, readDigests } from "../manifest.ts";
import { joined, stateFolderName } from "../output-path.ts";
import type { FileRecord, Surroundings } from "./record.ts";

const extension = ".json";

/** The folder of the records of running writes, one file a target. */
export function intentFolder(output: string): string {
  return joined(output, `${stateFolderName}/intent`);
}

/**
 * Where the record of a target's running write stands: written before the first file, removed after the last. What it
 * names is ours, with its old digest and with its new one, wherever the run is stopped.
 */
export function intentPath(output: string, target: string): string {
  return joined(intentFolder(output), `${target}${extension}`);
}

/** The targets of which there is a record: a run was stopped while it wrote them. */
export function interruptedTargets({ disk, output }: Surroundings): readonly string[] {
  return disk.list(intentFolder(output)).flatMap(({ name, kind }) => {
    return kind === "file" && name.endsWith(extension) ? [name.slice(0, -extension.length)] : [];
  });
}

/** The bytes of a record. A folder that is the target's own is left out, so that the output folder may be moved. */
export function intentText(records: readonly FileRecord[], ownFolder: string): string {
  const parts = records.map(({ folder, files, inputs }) => {
    const members = [
      ...(folder === ownFolder ? [] : [`"folder": ${JSON.stringify(folder)}`]),
      ...(inputs === undefined ? [] : [`"inputs": {\n${inputsText(inputs)}\n}`]),
      `"files": ${JSON.stringify([...files])}`,
    ];
    return `{\n${members.join(",\n")}\n}`;
  });
  return `{ "intent": 1, "records": [${parts.join(", ")}] }\n`;
}

/** Reads a record; nothing where it is not whole: then not one file was touched yet. */
export function readIntent(bytes: Uint8Array, ownFolder: string): readonly FileRecord[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return [];
  }
  if (!isObject(value) || value["intent"] !== 1 || !Array.isArray(value["records"])) return [];
  return value["records"].filter(isObject).flatMap((part) => {
    const { folder = ownFolder, inputs, files } = part;
    if (typeof folder !== "string" || !Array.isArray(files)) return [];
    const digests = readDigests(Object.fromEntries(files as [string, string][]));
    if (digests === undefined) return [];
    return [{ folder, files: digests, inputs: isObject(inputs) ? inputsOf(inputs) : undefined }];
  });
}
