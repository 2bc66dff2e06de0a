import * as Y from 'yjs';
import { acknowledge, awareness, presence, step1, step2, update, updateOf } from './raw-client';
import type { Random } from './seeded-random';

/** A document of some variety: texts in texts, maps, rich text, deletions, several authors. */
export function furnish(doc: Y.Doc): void {
  doc.getText('words').insert(0, 'Wertschöpfung 价值 🙂 network');
  doc.getText('words').format(0, 5, { bold: true });
  doc.getMap('roles').set('r1', new Y.Map<unknown>([['label:en', new Y.Text('Machine builder')], ['before', true]]));
  doc.getXmlFragment('section:description:en').insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('bulletList')]);
  doc.getArray('list').insert(0, [1, 'two', { three: [3] }]);
  doc.getText('words').delete(3, 4);
}

/** An update that an honest client with `doc` could make now. */
function honestUpdate(doc: Y.Doc, random: Random): Uint8Array {
  const words = doc.getText('words');
  return updateOf(doc, () => {
    switch (random.below(5)) {
      case 0:
        return words.insert(random.below(words.length), random.pick(['a', '价', '🙂 long run of text', '\u0000']));
      case 1:
        return words.delete(random.below(words.length - 2), 1);
      case 2:
        return void doc.getMap('layout').set(`before:r${random.below(9)}`, [1, 2, 3, random.below(1e6)]);
      case 3:
        return void doc.getMap('roles').set(`r${random.below(99)}`, new Y.Map<unknown>([['label:en', new Y.Text('x')]]));
      default:
        return words.format(random.below(words.length - 3), 2, { italic: random.below(2) === 0 || null });
    }
  });
}

/** Damages bytes: flips, cuts, repeats, inserts numbers that are dangerous. */
function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let result = [...bytes];
  for (let count = 1 + random.below(4); count > 0; count--) {
    const at = random.below(result.length + 1);
    switch (random.below(6)) {
      case 0:
        if (at < result.length) result[at] = result[at]! ^ (1 << random.below(8));
        break;
      case 1:
        result = result.slice(0, at);
        break;
      case 2:
        result.splice(at, random.below(6));
        break;
      case 3:
        result.splice(at, 0, ...result.slice(at, at + random.below(12)));
        break;
      case 4:
        result.splice(at, random.below(2), ...random.pick([[255, 255, 255, 255, 15], [255, 255, 255, 255, 255, 255, 255, 255], [128, 0], [0], [127], [118, 255, 1], [1, 9]]));
        break;
      default:
        if (at < result.length) result[at] = random.below(256);
    }
  }
  return new Uint8Array(result);
}

/** A frame as somebody with ill intent sends it: the frame damaged, or its update. */
export function hostileFrame(doc: Y.Doc, random: Random): Uint8Array {
  const bytes = honestUpdate(doc, random);
  switch (random.below(6)) {
    case 0:
      return mutate(update(bytes), random);
    case 1:
      return mutate(random.pick([step1(doc), acknowledge(random.below(300)), presence({ clientId: 7, clock: 1, state: { part: 'x' } }), new Uint8Array([3])]), random);
    case 2:
      return awareness(mutate(presence({ clientId: 7, clock: 1, state: { part: 'x' } }).slice(2), random));
    case 3:
      return step2(mutate(Y.encodeStateAsUpdate(doc), random));
    default:
      return update(mutate(bytes, random));
  }
}
