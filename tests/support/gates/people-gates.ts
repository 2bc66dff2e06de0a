import { randomUUID } from 'node:crypto';
import { at, forEverybody, forSignedIn, under, type Gate } from './gate';

/** An action of a page; it takes whatever somebody sends. */
const action = (file: string, page: string, name: string, answers: Gate['answers'], sends: NonNullable<Gate['sends']>, more: Partial<Gate> = {}): Gate => ({ path: page, method: 'POST', action: [file, name], answers, sends, ...more });
const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const letters = (): string => Array.from({ length: 4 }, () => String.fromCharCode(65 + Math.floor(Math.random() * 26))).join('');
const [account, admin, scenarios, access, collections] = ['app/account/actions.ts', 'app/admin/actions.ts', 'app/scenarios/actions.ts', 'app/access/[token]/actions.ts', 'app/collections/actions.ts'] as const;

/** What concerns people, not one scenario: routes and server actions. */
export const peopleGates: readonly Gate[] = [
  ...at('/api/inbox', [{ method: 'GET', answers: forSignedIn() }]),
  ...at('/api/inbox/unread', [{ method: 'GET', answers: forSignedIn() }]),
  ...at('/api/inbox/read', [{ method: 'POST', sends: async () => ({ ids: [randomUUID()], read: true }), answers: forSignedIn() }]),
  ...at('/api/account/export', [{ method: 'POST', answers: forSignedIn() }]),

  action(account, '/account', 'changePassword', forSignedIn('wrong-credentials'), async () => [null, form({ current: 'no such password', next: 'long enough to be taken' })]),
  action(account, '/account', 'eraseOwnAccount', forSignedIn('wrong-credentials'), async () => ['no such password']),
  action(account, '/account', 'setMailFrequency', forSignedIn(), async () => ['daily']),
  action(account, '/account', 'signOutEverywhere', forSignedIn(), async () => [], { last: true }),
  action('app/account/choose-language.ts', '/sign-in', 'chooseLanguage', forEverybody('ok'), async () => ['en']),
  action('app/scenarios/[id]/canvas/licence-key.ts', '/scenarios', 'licenceKey', forEverybody('ok'), async () => []), // no secret: browsers need it
  action(access, '/access/none', 'spendLink', forEverybody('link-spent'), async () => [null, form({ token: 'none', password: 'long enough to be taken' })]),

  action(admin, '/account', 'changePerson', under('people.manage'), async (stage) => [stage.world.people.viewer.id, { kind: 'may-create-scenarios', value: false }]),
  action(admin, '/account', 'invitePerson', under('people.manage'), async () => [{ name: 'New', email: `${randomUUID()}@example.org`, delegationId: null }]),
  action(admin, '/account', 'createResetLink', under('people.manage'), async (stage) => [stage.world.people.viewer.id]),
  action(admin, '/account', 'erasePerson', under('people.manage', { administrator: 'not-found' }), async () => [randomUUID()]),
  action(admin, '/account', 'addDelegation', under('people.manage'), async () => [{ code: letters(), name: { en: 'Side', de: 'Seite', zh: '一方' } }]),

  action(scenarios, '/scenarios', 'createScenario', under('scenario.create'), async () => [{ title: 'New', language: 'en', origin: null }]),
  action(collections, '/collections', 'listCollectionRights', under('collection.lead'), async (stage) => [await stage.of('collection')]),
  action(collections, '/collections', 'setCollectionRight', under('collection.lead'), async (stage) => [{ collection: await stage.of('collection'), person: stage.world.people.stranger.id, right: 'viewer' }]),
  action(scenarios, '/scenarios', 'createFromTemplate', under('scenario.create'), async (stage) => [{ title: 'New', language: 'en', template: await stage.of('scenario'), withContent: true }]),
  action(scenarios, '/scenarios', 'listRights', under('scenario.share'), async (stage) => [await stage.of('scenario')]),
  action(scenarios, '/scenarios', 'setRight', under('scenario.share'), async (stage) => [{ scenario: await stage.of('scenario'), person: stage.world.people.stranger.id, right: 'viewer' }]),
];
