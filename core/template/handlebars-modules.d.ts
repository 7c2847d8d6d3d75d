// Handlebars' own declarations do not name this file, and the main entry of the package loads node:fs.

declare module "handlebars/dist/cjs/handlebars.js" {
  export = Handlebars;
}
