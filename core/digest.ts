import type { Content } from "./content.ts";

/** The SHA-256 of bytes, or of a text's UTF-8, as 64 lower-case hexadecimal digits. */
export type Digest = (content: Content) => string;
