import type * as Y from 'yjs';
import { encodeStep2, encodeUpdate } from './encode-frame';
import { stateInPieces } from './state-in-pieces';

const keptAtMost = 8;

/** Answers to SyncStep1, kept as long as the document stays as it is: many come back at once with the same question. */
export class Answers {
  private readonly kept = new Map<string, readonly Uint8Array[]>();

  constructor(private readonly pieceBytes: number) {}

  /** The frames that give somebody with `stateVector` all that they lack; the SyncStep2 is the last. */
  to(stateVector: Uint8Array, doc: Y.Doc): readonly Uint8Array[] {
    const key = Buffer.from(stateVector).toString('latin1');
    let frames = this.kept.get(key);
    if (!frames) {
      const pieces = stateInPieces(doc, stateVector, this.pieceBytes);
      frames = pieces.map((piece, index) => (index === pieces.length - 1 ? encodeStep2(piece) : encodeUpdate(piece)));
      if (this.kept.size >= keptAtMost) this.kept.clear();
      this.kept.set(key, frames);
    }
    return frames;
  }

  /** The document has changed. */
  forget(): void {
    this.kept.clear();
  }
}
