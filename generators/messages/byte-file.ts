/** A stretch of a file that is being written, as UTF-8. */
export interface ByteFile {
  bytes: Uint8Array;
  length: number;
}

/** Length of what is written before it is handed over: most files of a small catalog are shorter. */
const stretch = 32 * 1024;

/** Memory of the last file, for the next one: new memory costs more than all that is written into it. */
let spare: Uint8Array | undefined;

/**
 * A file in pieces. `write` writes it anew each time somebody goes through it, and yields when `isFull`, or with bytes of
 * its own that come next. A piece is overwritten when the next one is asked for.
 */
export function bytePieces(write: (file: ByteFile) => Iterable<Uint8Array | undefined>): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      const file: ByteFile = { bytes: spare ?? new Uint8Array(2 * stretch), length: 0 };
      spare = undefined;
      try {
        for (const own of write(file)) {
          yield file.bytes.subarray(0, file.length);
          file.length = 0;
          if (own !== undefined) yield own;
        }
        yield file.bytes.subarray(0, file.length);
      } finally {
        if (file.bytes.length <= 8 * stretch) spare = file.bytes;
      }
    },
  };
}

/** Whether it is time to hand over what is written. */
export function isFull({ length }: ByteFile): boolean {
  return length >= stretch;
}

/** Makes room for so many bytes more. */
export function makeRoom(file: ByteFile, more: number): void {
  const { bytes, length } = file;
  if (length + more <= bytes.length) return;
  file.bytes = new Uint8Array(2 * (length + more));
  file.bytes.set(bytes.subarray(0, length));
}

/** Adds a stretch of bytes. */
export function addBytes(file: ByteFile, source: Uint8Array, start: number, end: number): void {
  makeRoom(file, end - start);
  file.bytes.set(source.subarray(start, end), file.length);
  file.length += end - start;
}

/** Adds one byte. */
export function addByte(file: ByteFile, byte: number): void {
  makeRoom(file, 1);
  file.bytes[file.length++] = byte;
}

const encoder = new TextEncoder();

/** Adds a text. */
export function addText(file: ByteFile, text: string): void {
  // No character takes more than three bytes for each of its UTF-16 units.
  makeRoom(file, text.length * 3);
  file.length += encoder.encodeInto(text, file.bytes.subarray(file.length)).written;
}

/** Short texts, as UTF-8 one after the other. */
export interface ByteList {
  readonly bytes: Uint8Array;
  /** Where each begins; at the end, where the last one ends. */
  readonly starts: Int32Array;
}

/** Encodes texts, each to be copied into many files. */
export function byteList(texts: readonly string[]): ByteList {
  const file: ByteFile = { bytes: new Uint8Array(texts.length * stretchOfText), length: 0 };
  const starts = new Int32Array(texts.length + 1);
  for (const [index, text] of texts.entries()) {
    addText(file, text);
    starts[index + 1] = file.length;
  }
  return { bytes: file.bytes.slice(0, file.length), starts };
}

/** About the length of one of them. */
const stretchOfText = 64;

/** Adds one of the texts. */
export function addListed(file: ByteFile, { bytes, starts }: ByteList, index: number): void {
  addBytes(file, bytes, starts[index] ?? 0, starts[index + 1] ?? 0);
}
