/** How enumerations are expressed: `enum`, or `const`, to which literals are assignable and which can be erased. */
export type Style = "enum" | "const";
