/** Changes the lines of a page that are neither front matter nor inside of a fenced block; and, otherwise, those of blocks of JSON. */
export function changedProse(
  page: string,
  change: (line: string) => string,
  inJson: (line: string) => string = (line) => line,
): string {
  let fence: string | undefined;
  let isFront = false;
  let isJson = false;
  return page
    .split("\n")
    .map((line, index) => {
      if (line === "---" && (index === 0 || isFront)) {
        isFront = index === 0;
        return line;
      }
      const mark = isFront ? undefined : /^`{3,}/.exec(line)?.[0];
      if (mark === undefined) {
        if (isFront) return line;
        if (fence === undefined) return change(line);
        return isJson ? inJson(line) : line;
      }
      if (fence === undefined) {
        fence = mark;
        isJson = line === `${mark}json`;
      } else if (line === fence) fence = undefined;
      return line;
    })
    .join("\n");
}
