import { formatCatalogs } from "./format-catalogs.ts";
import { conformanceFile } from "./message-conformance.ts";

// Run by itself, by another Node.js than that of the tests.
process.stdout.write(
  JSON.stringify(Object.fromEntries(formatCatalogs.map(([name, catalog]) => [name, conformanceFile(catalog)]))),
);
