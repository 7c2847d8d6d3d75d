import fc from "fast-check";

/** Texts that break out of comments, literals, cells, templates, tags and messages. */
export const hostileTexts: readonly string[] = [
  "*/ alert(1); /*",
  "`backticks` and ```fences```",
  "${process.exit(1)}",
  `"double" and 'single' quotes`,
  "back\\slash \\n \\u0041 \\",
  "a | b || c",
  "<script>alert('cards')</script>",
  "</script><!-- --> ]]> <![CDATA[",
  "<b>bold</b> 1 < 2 > 0 </",
  "{{parcel}} {{{parcel}}} {{#each parcels}}",
  "{parcel} {count, plural, one {#} other {#}} '{quoted}' ''",
  "'{'<'}'>''#'",
  "---\nname: card\n---",
  "first line\n\nthird line",
  "separators \u2028 and \u2029 inside",
  "emoji 📦👩‍🚀🇳🇱 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
  "__proto__",
  "constructor",
  "&lt;escaped&gt; &amp;",
  "@deprecated {@link x} # heading\n* bullet\n> quote",
  "[link](https://example.com) ![image](x) *e* _e_ ~~s~~",
  "%s %d %@ $(x) #{x} @@x $t(x)",
  "荷物 طرد упаковка",
  "x ",
  "'",
];

/** A text that an admitted catalog may hold: from the list, pieces of it put together, or anything printable. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc
    .array(fc.constantFrom(...hostileTexts, ..."'<>{}#/|`\\\"&* \n"), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", minLength: 1 }),
);
