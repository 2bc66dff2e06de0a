import * as Y from 'yjs';
import { createEntities } from '@/lib/document/edits/create-entities';
import { linkItem, setReason } from '@/lib/document/edits/edit-cells';
import { deleteEntities, placeBoxes, setChange, setClaim, setEnterpriseColour, setRelationKind, setRolePhase } from '@/lib/document/edits/edit-entities';
import { applyTextChange, replaceText } from '@/lib/document/edits/edit-text';
import { claimReasonOf, entitiesOf, labelOf, rationaleOf, sectionOf, stateOf, titleOf, type EntityKind } from '@/lib/document/roots';
import { phases } from '@/lib/domain/phases';
import { dimensions } from '@/lib/domain/scenario';
import type { Random } from '../faults/support/seeded-random';

/** One row of a log to be. */
export interface RandomEdit {
  /** Which of the people. */
  readonly who: number;
  readonly client: number;
  readonly update: Uint8Array;
  /** Milliseconds since the one before. */
  readonly pause: number;
}

const words = ['value', '网络', 'Maschine', '😀', 'data ', '服务，', '\n'];

/** People who edit one document, now together, now apart: every kind of edit, at every pace. */
export class RandomLog {
  private readonly docs: Y.Doc[];
  private who = 0;

  constructor(
    private readonly random: Random,
    state: Uint8Array,
    people: number,
  ) {
    this.docs = Array.from({ length: people }, () => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, state);
      return doc;
    });
  }

  /** What the next moment brings: one update, or the few of one act. */
  next(): RandomEdit[] {
    if (this.random.below(4) === 0) this.who = this.random.below(this.docs.length);
    const doc = this.docs[this.who]!;
    if (this.random.below(3) > 0) this.meet(doc);
    const updates: Uint8Array[] = [];
    const listen = (update: Uint8Array): void => void updates.push(update);
    doc.on('update', listen);
    this.edit(doc);
    doc.off('update', listen);
    return updates.map((update, index) => ({ who: this.who, client: doc.clientID, update, pause: index > 0 ? 0 : this.pause() }));
  }

  /** Somebody gets to see what all the others have written. */
  private meet(doc: Y.Doc): void {
    for (const other of this.docs) if (other !== doc) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
  }

  private pause(): number {
    const kind = this.random.below(20);
    return kind < 14 ? this.random.below(3_000) : kind < 18 ? this.random.below(60_000) : this.random.below(20 * 60_000);
  }

  private one(doc: Y.Doc, kind: EntityKind): string {
    return this.random.pick([...entitiesOf(doc, kind).keys(), 'nobody']);
  }

  private edit(doc: Y.Doc): void {
    const { random } = this;
    const word = random.pick(words);
    switch (random.below(14)) {
      case 0:
        return void createEntities(doc, { roles: [{ label: { en: word }, phases: { before: {} } }], enterprises: [{ name: { en: word }, colour: 1 }] });
      case 1: {
        const kind = random.pick(['roles', 'enterprises', 'relations'] as const);
        return deleteEntities(doc, { [kind]: [this.one(doc, kind)] });
      }
      case 2:
        return placeBoxes(doc, 'before', { [this.one(doc, 'roles')]: [random.below(900), 0, 168, 72] });
      case 3:
        return setChange(doc, this.one(doc, 'enterprises'), random.pick(dimensions), random.pick(['none', 'significant', null]));
      case 4:
        if (random.below(2)) return random.below(2) ? setClaim(doc, this.one(doc, 'enterprises'), random.pick(['innovated', null])) : replaceText(claimReasonOf(doc, this.one(doc, 'enterprises')), word);
        return setEnterpriseColour(doc, this.one(doc, 'enterprises'), random.below(9));
      case 5: {
        const cell = { enterprise: this.one(doc, 'enterprises'), dimension: random.pick(dimensions) };
        if (random.below(3) === 0) return setReason(doc, cell, random.pick(['new-partner', 'usage-based-payment']), random.below(2) === 0);
        if (random.below(3) === 0) return linkItem(doc, cell, { kind: 'role', id: this.one(doc, 'roles'), rightFor: null });
        if (random.below(3) === 0) return replaceText(stateOf(doc, cell.enterprise, cell.dimension, random.pick(phases)), word);
        return replaceText(rationaleOf(doc, cell.enterprise, cell.dimension), word);
      }
      case 6:
        return replaceText(titleOf(doc, random.pick(['en', 'zh']))!, word);
      case 7: {
        const label = labelOf(doc, 'roles', this.one(doc, 'roles'), random.pick(['en', 'de']));
        return label && replaceText(label, random.pick([word, label.toString(), '']));
      }
      case 8:
        return setRolePhase(doc, this.one(doc, 'roles'), 'after', random.below(2) === 0);
      case 9:
        if (random.below(2)) return setRelationKind(doc, this.one(doc, 'relations'), random.pick(['product', 'data']));
        return void createEntities(doc, { relations: [{ label: { en: word }, kind: 'product', source: this.one(doc, 'roles'), target: this.one(doc, 'roles'), phases: ['before'] }] });
      default:
        return this.write(sectionOf(doc, 'description', random.pick(['en', 'zh'])), word.repeat(1 + random.below(60)));
    }
  }

  private write(fragment: Y.XmlFragment, text: string): void {
    const { random } = this;
    if (fragment.length === 0 || random.below(10) === 0) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(text)]);
      return fragment.insert(random.below(fragment.length + 1), [paragraph]);
    }
    if (random.below(12) === 0) return fragment.delete(random.below(fragment.length), 1);
    const paragraph = fragment.get(random.below(fragment.length)) as Y.XmlElement;
    const inside = paragraph.get(0);
    if (!(inside instanceof Y.XmlText)) return;
    const at = random.below(inside.length + 1);
    applyTextChange(inside, { at, remove: random.below(3) ? 0 : random.below(inside.length - at), insert: text });
    if (random.below(5) === 0) inside.delete(at, text.length); // typed and taken back
  }
}
