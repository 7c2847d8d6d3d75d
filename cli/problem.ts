/** Why nothing could be done, and what to do. */
export interface Problem {
  readonly message: string;
  readonly hint: string;
}
