/**
 * How Handlebars compiles a template: a missing variable throws, text goes out as it is (views
 * are made safe before), a partial keeps its own indentation, and there are no helpers but Handlebars' own.
 */
export const compileOptions = {
  strict: true,
  noEscape: true,
  preventIndent: true,
  knownHelpersOnly: true,
} as const satisfies CompileOptions;
