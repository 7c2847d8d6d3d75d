// The way of http-status-codes' update script: structures handed to ts-morph, for two enums, the unions of the codes of
// each class, and the tables from one enum to the other; then a header put before each file. SPEC OUT.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project, StructureKind, VariableDeclarationKind, Writers } from "ts-morph";

const [, , spec, out] = process.argv;
const { categories, failures } = JSON.parse(readFileSync(join(spec, "failure-codes.json"), "utf8"));
const project = new Project({ compilerOptions: { target: 99 } });

const enumeration = (name, memberValue) => ({
  kind: StructureKind.Enum,
  name,
  isExported: true,
  members: failures.map((failure) => ({
    name: failure.name,
    value: memberValue(failure),
    docs: [failure.description],
  })),
});
const table = (name, type, entries) => ({
  kind: StructureKind.VariableStatement,
  isExported: true,
  declarationKind: VariableDeclarationKind.Const,
  declarations: [{ name, type, initializer: Writers.object(Object.fromEntries(entries)) }],
});
const unions = categories.flatMap(({ id, title }) => {
  const members = failures.filter(({ category }) => category === id).map(({ name }) => `FailureCode.${name}`);
  if (members.length === 0) return [];
  const docs = [`${title}\n\n- ${members.join("\n- ")}`];
  return [
    { kind: StructureKind.TypeAlias, name: id.replaceAll("-", "_"), isExported: true, docs, type: members.join(" | ") },
  ];
});

const files = Object.entries({
  codes: [enumeration("FailureCode", ({ code }) => code)],
  titles: [enumeration("FailureTitle", ({ title }) => title)],
  categories: [{ kind: StructureKind.Module, name: "Categories", isExported: true, statements: unions }],
  tables: [
    table(
      "titleOfCode",
      "Record<string, string>",
      failures.map(({ code, title }) => [`"${code}"`, JSON.stringify(title)]),
    ),
    table(
      "codeOfTitle",
      "Record<string, number>",
      failures.map(({ code, title }) => [JSON.stringify(title), String(code)]),
    ),
  ],
}).map(([name, statements]) => project.createSourceFile(join(out, `${name}.ts`), { statements }, { overwrite: true }));
files[2]?.addImportDeclaration({ namedImports: [{ name: "FailureCode" }], moduleSpecifier: "./codes" });
for (const file of files) file.insertStatements(0, "// Generated file. Do not edit\n");
await project.save();
