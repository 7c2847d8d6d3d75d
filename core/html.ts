/** A text that is safe between tags and in a quoted attribute. */
export function htmlText(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, reference) : text;
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function reference(character: string): string {
  return references[character] ?? character;
}

/** A text as paragraphs: a blank line begins a new one. */
export function htmlBlock(text: string): string {
  return text
    .split(/\n\n+/)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${htmlText(paragraph)}</p>`)
    .join("\n");
}
