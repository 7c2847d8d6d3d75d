/** What blocks in pages have instead of the id of a target: a word of `--only`, and the folder of their manifest. */
export const injectId = "inject";
