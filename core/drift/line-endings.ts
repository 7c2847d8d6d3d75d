const carriageReturn = 13;
const lineFeed = 10;

/** The bytes with every CRLF as LF: the same array where there is none. */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(carriageReturn)) return bytes;
  const result = new Uint8Array(bytes.length);
  let length = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte === carriageReturn && bytes[index + 1] === lineFeed) continue;
    result[length++] = byte;
  }
  return result.subarray(0, length);
}
