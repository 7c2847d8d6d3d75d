/** The names of the partials that a template calls, in the order of the calls. */
export function callsOf(program: hbs.AST.Program | undefined): readonly string[] {
  return [...new Set(calls(program))];
}

function calls(program: hbs.AST.Program | undefined): readonly string[] {
  return (program?.body ?? []).flatMap((statement) => {
    const { type } = statement;
    if (type === "BlockStatement") {
      const { program: inside, inverse } = statement as hbs.AST.BlockStatement;
      return [...calls(inside), ...calls(inverse)];
    }
    if (type !== "PartialStatement") return [];
    const { name } = statement as hbs.AST.PartialStatement;
    return name.type === "PathExpression" ? [(name as hbs.AST.PathExpression).original] : [];
  });
}
