import fc from "fast-check";
import { Parser } from "htmlparser2";
import { expect, test } from "vitest";
import { htmlBlock, htmlText } from "../core/html.ts";
import { hostileText } from "./hostile-text.ts";

/** The text of an element and the value of an attribute, as a parser of HTML reads them; tags that it finds besides. */
function readBack(text: string): {
  readonly text: string;
  readonly attribute: string | undefined;
  readonly tags: number;
} {
  let read = "";
  let attribute: string | undefined;
  let tags = 0;
  const parser = new Parser(
    {
      onopentag(_name, { title }) {
        tags += 1;
        attribute = title;
      },
      ontext(piece) {
        read += piece;
      },
    },
    { decodeEntities: true },
  );
  parser.write(`<b title="${htmlText(text)}">${htmlText(text)}</b>`);
  parser.end();
  return { text: read, attribute, tags };
}

test("a text stands in a page and in an attribute as it is, whatever it holds", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(readBack(text)).toEqual({ text, attribute: text, tags: 1 });
    }),
  );
});

test("a blank line begins a paragraph, and nothing else does", () => {
  expect(htmlBlock("One.\nStill one.\n\nTwo < three.\n\n\n")).toBe("<p>One.\nStill one.</p>\n<p>Two &lt; three.</p>");
  expect(htmlBlock("")).toBe("");
});
