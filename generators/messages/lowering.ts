/** What a message may hold, and what else is worth knowing of a format, in the order of its table. */
export const constructs = [
  "a param, `{name}`",
  "a number, `{n, number}`",
  "`integer`, `percent`, `::.00`",
  "`plural`",
  "`selectordinal`",
  "`=0`, `=1`",
  "`select`",
  "several choices",
  "`#`",
  "a param of type date-time",
  "special characters",
  "direction of params",
  "what it cannot hold",
] as const;

/** How each construct of a message is written in a format, in Markdown that fits into a table's cell. */
export type Lowering = Readonly<Record<(typeof constructs)[number], string>>;

/** The table of how a format writes each construct of a message, and what it cannot hold. */
export function loweringTable(lowering: Lowering): string {
  const rows = constructs.map((construct) => `| ${construct} | ${lowering[construct]} |`);
  return ["| in the catalog | here |", "|---|---|", ...rows].join("\n");
}
