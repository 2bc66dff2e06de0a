/** Bytes that do not say what they should. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

/** As lib0 reads texts, so that what passes here is read the same by every client. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads lib0's encoding (github.com/dmonad/lib0, encoding.js) strictly: nothing beyond the end, no number that is not exact. */
export class ByteReader {
  position = 0;
  constructor(private readonly bytes: Uint8Array) {}

  get atEnd(): boolean {
    return this.position === this.bytes.length;
  }

  uint8(): number {
    const value = this.bytes[this.position++];
    if (value === undefined) throw new MalformedError('ends too early');
    return value;
  }

  varUint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.uint8();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
      if (value > Number.MAX_SAFE_INTEGER || factor > Number.MAX_SAFE_INTEGER) throw new MalformedError('number out of range');
    }
  }

  varInt(): void {
    for (let count = 0; this.uint8() >= 128; count++) if (count > 8) throw new MalformedError('number out of range');
  }

  skip(count: number): void {
    this.position += count;
    if (this.position > this.bytes.length) throw new MalformedError('ends too early');
  }

  /** A view into the bytes read from, not a copy. */
  varUint8Array(): Uint8Array {
    const length = this.varUint();
    const start = this.position;
    this.skip(length);
    return this.bytes.subarray(start, start + length);
  }

  varString(): string {
    try {
      return utf8.decode(this.varUint8Array());
    } catch (error) {
      throw error instanceof MalformedError ? error : new MalformedError('not UTF-8');
    }
  }

  end(): void {
    if (!this.atEnd) throw new MalformedError('bytes left over');
  }
}
