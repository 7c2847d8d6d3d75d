/** One module that is made before run time, so that the tool need not load the library that makes it. */
export interface CompileStep {
  /** Path of the module, from the root of the repository. */
  readonly output: string;
  /** Folders and files, from the root of the repository, that its text depends on. */
  readonly inputs: readonly string[];
  /** The text of the module. */
  compile(): Promise<string>;
}
