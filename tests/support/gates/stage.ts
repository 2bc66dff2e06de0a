import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { addScenario } from '@/lib/collections/add-scenario';
import { createCollection } from '@/lib/collections/create-collection';
import { createThread } from '@/lib/comments/create-thread';
import { decideProposal } from '@/lib/comments/decide-proposal';
import { agendaPoints, meetingAttendances } from '@/lib/db/schema/meetings';
import { itemsOf } from '@/lib/document/items-of';
import { projectScenario } from '@/lib/document/project-scenario';
import { importScenario } from '@/lib/exchange/import-scenario';
import { readDocument } from '@/lib/log/read-document';
import { addEntry } from '@/lib/meetings/add-entry';
import { addPoints } from '@/lib/meetings/add-points';
import { planMeeting } from '@/lib/meetings/plan-meeting';
import { recordAttendance } from '@/lib/meetings/record-attendance';
import { judgeCell } from '@/lib/positions/judge-cell';
import { setPositions } from '@/lib/positions/set-positions';
import { insertScenario } from '@/lib/scenarios/insert-scenario';
import { nameDeputy } from '@/lib/sign-offs/name-deputy';
import { offerSnapshot } from '@/lib/sign-offs/offer-snapshot';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { wordedScenario } from '../worded-scenario';
import type { Person } from './people';
import { rightsIn, type World } from './world';

export const plan = { title: 'Joint meeting', local: '2031-05-12T09:00', zone: 'Europe/Berlin', minutes: 60, place: '', link: '' };
export const collectionPlan = { name: { en: 'Report', de: '', zh: '' }, description: { en: '', de: '', zh: '' }, authenticLanguages: ['en'] as const };
const proposal = { part: 'label:en', before: 'Machine maker', after: 'Builder' } as const;

/**
 * A scenario on which everybody holds what `kindsOfPeople` says, with all that gates lead to: each thing is made when somebody
 * first asks for it. What is written there was written by the editor.
 */
export class Stage {
  private readonly made = new Map<string, Promise<string>>();

  constructor(
    readonly world: World,
    readonly title = 'Fleet',
  ) {}

  /** The id of a part. */
  of(part: Part): Promise<string> {
    return this.once(part, () => this[part]());
  }
  private once(name: string, make: () => Promise<string>): Promise<string> {
    let id = this.made.get(name);
    if (!id) this.made.set(name, (id = make()));
    return id;
  }

  /** The hash of what an item says. */
  async hashOf(item: string): Promise<string> {
    const { doc } = await readDocument(this.world.db, await this.of('scenario'));
    return itemsOf(projectScenario(doc)).find(({ name }) => name === item)!.hash;
  }

  /** Lets a speaker agree with the role `maker`. @returns the id of the request */
  said(person: Person): Promise<string> {
    return this.once(`said by ${person}`, () => this.say(person));
  }
  private async say(person: Person): Promise<string> {
    const request = randomUUID();
    const items = [{ name: 'role:maker', hash: await this.hashOf('role:maker') }];
    await setPositions(this.world.db, this.actor(person), { scenario: await this.of('scenario'), stance: 'agree', note: '', items, requestId: request });
    return request;
  }

  /** Lets a speaker judge the cell `acme:who`. @returns the id of the request */
  judged(person: Person): Promise<string> {
    return this.once(`judged by ${person}`, () => this.judge(person));
  }
  private async judge(person: Person): Promise<string> {
    const request = randomUUID();
    await judgeCell(this.world.db, this.actor(person), { scenario: await this.of('scenario'), item: 'cell:acme:who', hash: await this.hashOf('cell:acme:who'), change: 'none', reason: 'As ever.', requestId: request });
    return request;
  }

  private actor(person: Person) {
    return this.world.people[person].actor;
  }

  private scenario(): Promise<string> {
    const scenario = importScenario({ format: 'accord-scenario', version: 1, scenario: { title: { en: this.title }, ...wordedScenario } });
    return this.world.db.transaction((tx) => insertScenario(tx, { scenario, person: this.world.people.facilitator.id, rights: rightsIn(this.world), verb: 'scenario.import' }));
  }

  private async begun(more: { readonly internal?: boolean }): Promise<string> {
    const { thread, comment } = await createThread(this.world.db, this.actor('editor'), { scenario: await this.of('scenario'), item: 'role:maker', body: 'Is this so?', proposal, requestId: randomUUID(), ...more });
    return `${thread} ${comment}`;
  }
  private readonly openPair = (): Promise<string> => this.begun({});
  private readonly internalPair = (): Promise<string> => this.begun({ internal: true });
  private readonly decidedPair = async (): Promise<string> => {
    const pair = await this.begun({});
    const [thread, comment] = pair.split(' ') as [string, string];
    await decideProposal(this.world.db, this.actor('editor'), { scenario: await this.of('scenario'), thread, comment, decision: 'rejected' });
    return pair;
  };
  private readonly thread = async (): Promise<string> => (await this.of('openPair')).split(' ')[0]!;
  private readonly comment = async (): Promise<string> => (await this.of('openPair')).split(' ')[1]!;
  private readonly internalThread = async (): Promise<string> => (await this.of('internalPair')).split(' ')[0]!;
  private readonly internalComment = async (): Promise<string> => (await this.of('internalPair')).split(' ')[1]!;
  private readonly decidedThread = async (): Promise<string> => (await this.of('decidedPair')).split(' ')[0]!;
  private readonly decidedComment = async (): Promise<string> => (await this.of('decidedPair')).split(' ')[1]!;

  private readonly version = async (): Promise<string> => {
    const { number, hash } = await createSnapshot(this.world.db, this.actor('facilitator'), { scenario: await this.of('scenario'), name: 'Fixed', requestId: randomUUID() });
    return `${number} ${hash}`;
  };
  private readonly number = async (): Promise<string> => (await this.of('version')).split(' ')[0]!;
  private readonly hash = async (): Promise<string> => (await this.of('version')).split(' ')[1]!;
  private readonly offer = async (): Promise<string> => {
    const [scenario, number, hash] = [await this.of('scenario'), Number(await this.of('number')), await this.of('hash')];
    const { position } = await offerSnapshot(this.world.db, this.actor('facilitator'), { scenario, number, hash, requestId: randomUUID() });
    await nameDeputy(this.world.db, this.actor('speaker'), { scenario, offer: position, hash, person: this.world.people.deputy.id, requestId: randomUUID() });
    return String(position);
  };

  private readonly collection = async (): Promise<string> => {
    const { collection } = await createCollection(this.world.db, this.actor('facilitator'), { ...collectionPlan, requestId: randomUUID() });
    await addScenario(this.world.db, this.actor('facilitator'), { collection, scenario: await this.of('scenario') });
    return collection;
  };

  private readonly meeting = async (): Promise<string> =>
    (await planMeeting(this.world.db, this.actor('facilitator'), { ...plan, scenarios: [await this.of('scenario')], requestId: randomUUID() })).meeting;
  private readonly point = async (): Promise<string> => {
    const meeting = await this.of('meeting');
    await addPoints(this.world.db, this.actor('editor'), { meeting, scenario: await this.of('scenario'), items: ['role:maker'], title: '', requestId: randomUUID() });
    return (await this.world.db.select({ id: agendaPoints.id }).from(agendaPoints).where(eq(agendaPoints.meetingId, meeting)))[0]!.id;
  };
  private readonly entry = async (): Promise<string> =>
    (await addEntry(this.world.db, this.actor('editor'), { meeting: await this.of('meeting'), point: await this.of('point'), kind: 'note', body: 'Seen.', assignee: { person: null, name: '' }, dueOn: null, requestId: randomUUID() })).entry;
  private readonly attendance = async (): Promise<string> => {
    const meeting = await this.of('meeting');
    await recordAttendance(this.world.db, this.actor('editor'), { meeting, person: this.world.people.viewer.id, name: '', delegation: null, room: '', requestId: randomUUID() });
    return (await this.world.db.select({ id: meetingAttendances.id }).from(meetingAttendances).where(eq(meetingAttendances.meetingId, meeting)))[0]!.id;
  };
}

/** What a stage can be asked for. */
export type Part = 'scenario' | 'thread' | 'comment' | 'internalThread' | 'internalComment' | 'decidedThread' | 'decidedComment' | 'number' | 'hash' | 'offer' | 'collection' | 'meeting' | 'point' | 'entry' | 'attendance' | 'openPair' | 'internalPair' | 'decidedPair' | 'version';
