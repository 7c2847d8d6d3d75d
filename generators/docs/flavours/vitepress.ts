import { escapedHtml } from "./escaped-html.ts";
import { below, type Flavour, type PageEntry, type Site } from "./flavour.ts";
import { type Literal, literal, siteModule } from "./site-module.ts";

/** VitePress writes the words of a sidebar as HTML. */
function sidebar({ navigation, path }: Site): Literal {
  const entry = ({ address, label }: PageEntry): { readonly [key: string]: Literal } => ({
    text: escapedHtml(label),
    link: `/${below(path, address)}${address === "" && path !== "" ? "/" : ""}`,
  });
  const groups = navigation.groups.map(({ label, page, pages }): Literal => {
    const head = page === undefined ? { text: escapedHtml(label) } : entry(page);
    return pages.length === 0 ? head : { ...head, collapsed: true, items: pages.map(entry) };
  });
  return [entry(navigation.first), ...groups];
}

/** VitePress, which makes a Vue component of every page. */
export const vitepress: Flavour = {
  id: "vitepress",
  indexPath: "index.md",
  titleIsHeading: false,
  frontMatter: () => ["editLink: false"],
  moved: ({ to, permalink, path }) => {
    const address = `/${below(path, to)}`;
    if (permalink === undefined) {
      const lines = [
        "<script setup>",
        'import { onMounted } from "vue";',
        'import { useRouter, withBase } from "vitepress";',
        "const { go } = useRouter();",
        `onMounted(() => go(withBase(${JSON.stringify(address)})));`,
        "</script>",
      ];
      return { frontMatter: ["search: false"], body: lines.join("\n") };
    }
    return {
      frontMatter: [
        "search: false",
        "head:",
        "  - - meta",
        "    - http-equiv: refresh",
        `      content: ${JSON.stringify(`0; url=${permalink}`)}`,
        "  - - link",
        "    - rel: canonical",
        `      href: ${JSON.stringify(permalink)}`,
      ],
      body: undefined,
    };
  },
  files: (site) => [
    {
      path: "sidebar.mjs",
      content: siteModule(site.header, [
        `/** For \`themeConfig.sidebar\`. */\nexport const sidebar = ${literal(sidebar(site))};`,
      ]),
    },
  ],
};
