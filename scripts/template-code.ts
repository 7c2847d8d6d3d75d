/**
 * Templates as plain JavaScript: for the built-in ones, which are made of variables, `if`, `unless`, `each`, `with`, `@first`
 * and partials alone. Handlebars' own functions need its run-time library, and look every variable up by name, with care for
 * what may be missing: they take three times as long. What these say was compared with the views before; anything else in a
 * template stops the build. `programs` are parsed by `Handlebars.parse`, which settles the white space.
 */
export function templatesCode(folder: string, programs: ReadonlyMap<string, hbs.AST.Program>): string {
  const members = [...programs].map(([name, program]) => {
    const writer: Writer = { template: `${folder}/${name}`, names: programs, used: 0 };
    const body = statements(writer, program.body, { value: "view", position: undefined });
    return `${JSON.stringify(name)}: (view) => {\nlet text = "";\n${body}return text;\n},`;
  });
  return `const holds = (value) => Array.isArray(value) ? value.length > 0 : Boolean(value);\nexport const templates = {\n${members.join("\n")}\n};\n`;
}

interface Writer {
  /** With its folder. */
  readonly template: string;
  readonly names: ReadonlyMap<string, unknown>;
  /** How many variables were named so far. */
  used: number;
}

/** Expressions: what `this` is, and its position in a list. */
interface Context {
  readonly value: string;
  readonly position: string | undefined;
}

function statements(writer: Writer, body: readonly hbs.AST.Statement[], context: Context): string {
  let code = "";
  /** Inside of a template literal. */
  let pieces = "";
  const flush = (): void => {
    if (pieces !== "") code += `text += \`${pieces}\`;\n`;
    pieces = "";
  };
  for (const statement of body) {
    if (statement.type === "BlockStatement") {
      flush();
      code += block(writer, statement as hbs.AST.BlockStatement, context);
    } else pieces += piece(writer, statement, context);
  }
  flush();
  return code;
}

function piece(writer: Writer, statement: hbs.AST.Statement, context: Context): string {
  switch (statement.type) {
    case "CommentStatement":
      return "";
    case "ContentStatement":
      return literal((statement as hbs.AST.ContentStatement).value);
    case "MustacheStatement": {
      const { path, params, hash } = statement as hbs.AST.MustacheStatement;
      if (params.length > 0 || hash !== undefined) throw unknown(writer, "a helper", path);
      return `\${${variable(writer, path, context)}}`;
    }
    case "PartialStatement":
      return partial(writer, statement as hbs.AST.PartialStatement, context);
    default:
      throw unknown(writer, statement.type, statement);
  }
}

function literal(text: string): string {
  return text.replace(/[`\\$]/g, "\\$&");
}

function partial(writer: Writer, { name, params, hash, indent }: hbs.AST.PartialStatement, context: Context): string {
  const called = String((name as hbs.AST.PathExpression).original);
  if (!writer.names.has(called) || params.length > 1 || hash !== undefined) throw unknown(writer, "a partial", name);
  const [param] = params;
  const value = param === undefined ? context.value : variable(writer, param, context);
  return `${literal(indent)}\${templates[${JSON.stringify(called)}](${value})}`;
}

function block(writer: Writer, statement: hbs.AST.BlockStatement, context: Context): string {
  const { path, params, hash, program, inverse } = statement;
  const [param, ...more] = params;
  if (param === undefined || more.length > 0 || hash !== undefined) throw unknown(writer, "a block", path);
  const value = variable(writer, param, context);
  const otherwise = inverse === undefined ? "" : statements(writer, inverse.body, context);
  const helper = String((path as hbs.AST.PathExpression).original);
  switch (helper) {
    case "if":
      return choice(`holds(${value})`, statements(writer, program.body, context), otherwise);
    case "unless":
      return choice(`!holds(${value})`, statements(writer, program.body, context), otherwise);
    case "with": {
      const inner = { value: `it${writer.used++}`, position: undefined };
      const body = `const ${inner.value} = ${value};\n${statements(writer, program.body, inner)}`;
      return choice(`holds(${value})`, body, otherwise);
    }
    case "each": {
      const list = `list${writer.used}`;
      const inner = { value: `it${writer.used}`, position: `at${writer.used++}` };
      const head = `for (let ${inner.position} = 0, ${list} = ${value}; ${inner.position} < ${list}.length; ${inner.position}++)`;
      const item = `const ${inner.value} = ${list}[${inner.position}];\n`;
      const loop = `${head} {\n${item}${statements(writer, program.body, inner)}}\n`;
      return otherwise === "" ? loop : `${loop}${choice(`!holds(${value})`, otherwise, "")}`;
    }
    default:
      throw unknown(writer, "a helper", path);
  }
}

function choice(condition: string, body: string, otherwise: string): string {
  return `if (${condition}) {\n${body}}${otherwise === "" ? "" : ` else {\n${otherwise}}`}\n`;
}

function variable(writer: Writer, expression: hbs.AST.Expression, { value, position }: Context): string {
  const { type, data, depth, parts, original } = expression as hbs.AST.PathExpression;
  if (type !== "PathExpression" || depth > 0) throw unknown(writer, "an expression", expression);
  if (!data) return `${value}${parts.map((part) => `[${JSON.stringify(part)}]`).join("")}`;
  if (original !== "@first" || position === undefined) throw unknown(writer, "a variable", expression);
  return `${position} === 0`;
}

function unknown({ template }: Writer, what: string, { loc }: hbs.AST.Node): Error {
  return new Error(`templates/${template}.hbs:${loc.start.line}: ${what} that scripts/template-code.ts does not know.`);
}
