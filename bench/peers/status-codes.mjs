// The way of http-status-codes' update script: enum structures handed to ts-morph, then its formatter. SPEC OUT.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "ts-morph";

const [, , spec, out] = process.argv;
const { failures } = JSON.parse(readFileSync(join(spec, "failure-codes.json"), "utf8"));
const project = new Project({ compilerOptions: { target: 99 } });
for (const [name, memberValue] of [
  ["FailureCode", (failure) => failure.code],
  ["FailureTitle", (failure) => failure.title],
]) {
  const file = project.createSourceFile(join(out, `${name}.ts`), {}, { overwrite: true });
  file.addEnum({
    name,
    isExported: true,
    members: failures.map((failure) => ({
      name: failure.name,
      value: memberValue(failure),
      docs: [{ description: failure.description }],
    })),
  });
  file.formatText();
}
project.saveSync();
