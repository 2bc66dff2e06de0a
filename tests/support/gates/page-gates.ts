import { at, forEverybody, forSignedIn, hidden, under, type Gate } from './gate';
import type { Answers } from './gate';

const one = '/scenarios/[id]';
const page = (path: string, answers: Answers, query = ''): Gate[] => at(path, [{ method: 'GET', answers, query }]);

/** The pages: who is not signed in is led to the sign-in. */
export const pageGates: readonly Gate[] = [
  ...page('/', forEverybody('led-on')),
  ...page('/sign-in', { ...forSignedIn('led-on'), nobody: 'ok', disabled: 'ok' }),
  ...page('/access/[token]', forEverybody('ok')), // says no more than that the link leads nowhere
  ...page('/account', forSignedIn()),
  ...page('/admin', { ...forSignedIn('not-found'), administrator: 'ok' }),
  ...page('/collections', forSignedIn()),
  ...page('/collections/[id]', under('collection.read')),
  ...page('/collections/[id]/matter', under('collection.read')),
  ...page('/collections/[id]/side-by-side', under('collection.read')),
  ...page('/inbox', forSignedIn()),
  ...page('/meetings', forSignedIn()),
  ...page('/meetings/new', forSignedIn()),
  ...page('/meetings/[id]', under('meeting.read')),
  ...page('/meetings/[id]/plan', hidden('meeting.lead')),
  ...page('/scenarios', forSignedIn()),
  ...page(one, under('scenario.read')),
  ...page(`${one}/compare`, under('scenario.read')),
  ...page(`${one}/history`, under('scenario.read'), '?item=role:maker'),
  ...page(`${one}/since`, under('scenario.read')),
  ...page(`${one}/snapshots/[number]`, under('scenario.read')),
  ...page(`${one}/offers/[offer]`, under('scenario.read')),
  ...page(`${one}/offers/[offer]/record`, under('scenario.read')),
];
