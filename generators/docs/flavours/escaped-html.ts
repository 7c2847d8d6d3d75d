const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // Read by Vue, Jinja and Liquid.
  "{": "&#123;",
  "}": "&#125;",
};

/** A text for where a site generator writes HTML as it is. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"'{}]/g, (character) => references[character] ?? character);
}
