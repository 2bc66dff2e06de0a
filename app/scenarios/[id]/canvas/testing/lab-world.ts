import { isEqual } from 'tldraw';
import * as Y from 'yjs';
import { createDocument } from '@/lib/document/create-document';
import { projectScenario } from '@/lib/document/project-scenario';
import { actualRecords, createLabClient, expectedRecords, frames, fromAfar, type LabClient, type LabSide } from './lab-client';
import type { Chance } from './lab-random';
import { labScenario } from './lab-scenario';

/** Clients of one document whose updates wait in inboxes until they are delivered. */
export class LabWorld {
  readonly clients: LabClient[];
  /** Canvases beside those of the clients. */
  readonly sides: LabSide[] = [];
  readonly #taken: number[];
  readonly #inboxes: { readonly from: number; readonly to: number; readonly updates: Uint8Array[] }[] = [];

  constructor(count: number, options: { flushBeforeMerge?: boolean } = {}) {
    const seed = createDocument(labScenario());
    const state = Y.encodeStateAsUpdate(seed);
    this.clients = Array.from({ length: count }, (_, index) => createLabClient(index + 1, state, options));
    this.#taken = this.clients.map(() => 0);
    for (let from = 0; from < count; from++) for (let to = 0; to < count; to++) if (from !== to) this.#inboxes.push({ from, to, updates: [] });
  }

  #collect(): void {
    this.clients.forEach((client, from) => {
      const fresh = client.sent.slice(this.#taken[from]);
      this.#taken[from] = client.sent.length;
      for (const inbox of this.#inboxes) if (inbox.from === from) inbox.updates.push(...fresh);
    });
  }

  /** Takes what was sent so far for delivered: the clients' lists of it are emptied. */
  forget(): void {
    this.clients.forEach((client, index) => {
      client.sent.length = 0;
      this.#taken[index] = 0;
    });
  }

  /** Delivers some of what waits, in an order left to chance. */
  deliverSome(chance: Chance): void {
    this.#collect();
    for (let turn = 0; turn < 3; turn++) {
      const inbox = chance.pick(this.#inboxes.filter(({ updates }) => updates.length));
      if (!inbox) return;
      for (const update of inbox.updates.splice(0, 1 + chance.below(inbox.updates.length)))
        Y.applyUpdate(this.clients[inbox.to]!.doc, update, fromAfar);
    }
  }

  /** Delivers all there is. @returns whether there was anything */
  deliverAll(): boolean {
    this.#collect();
    let any = false;
    for (const { to, updates } of this.#inboxes) {
      for (const update of updates.splice(0)) {
        any = true;
        Y.applyUpdate(this.clients[to]!.doc, update, fromAfar);
      }
    }
    return any;
  }

  /** Lets everything arrive and settle. */
  async rest(): Promise<void> {
    do await frames(2);
    while (this.deliverAll());
    await frames(2);
  }

  /** What is wrong at rest: empty if every store equals its projection and all clients show the same. */
  problems(): string[] {
    const problems: string[] = [];
    const first = this.clients[0]!;
    for (const client of [...this.clients, ...this.sides]) {
      const expected = expectedRecords(client);
      const actual = actualRecords(client);
      for (const [id, record] of expected)
        if (!isEqual(actual.get(id), record)) problems.push(`client ${client.name}: ${id} is ${JSON.stringify(actual.get(id))}, not ${JSON.stringify(record)}`);
      for (const id of actual.keys()) if (!expected.has(id)) problems.push(`client ${client.name}: ${id} should not be there`);
      problems.push(...client.crashes.map((crash) => `client ${client.name} crashed: ${crash}`));
      if (!isEqual(projectScenario(client.doc), projectScenario(first.doc))) problems.push(`clients ${first.name} and ${client.name} have different documents`);
    }
    return problems;
  }

  destroy(): void {
    for (const client of this.clients) client.destroy();
  }
}
