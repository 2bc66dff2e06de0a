import type { InboxKind, InboxSubject } from './inbox';

/**
 * Where an entry leads: a path of the application, with the query that opens the right place in the workspace.
 * @param scenario null for what concerns no single scenario
 */
export function inboxPlace({ scenario, kind, subject }: { readonly scenario: string | null; readonly kind: InboxKind; readonly subject: InboxSubject }): string {
  if (kind === 'meeting-invited' || kind === 'action-assigned') return subject.meeting ? `/meetings/${subject.meeting}` : '/scenarios';
  if (scenario === null) return '/scenarios';
  const workspace = `/scenarios/${scenario}`;
  switch (kind) {
    case 'mentioned':
    case 'assigned':
    case 'replied':
    case 'proposal-decided':
      return workspace + query({ panel: 'comments', thread: subject.thread, comment: subject.comment });
    case 'agreed':
      return subject.number ? `${workspace}/snapshots/${subject.number}` : workspace + query({ panel: 'versions' });
    case 'offered':
    case 'deputised':
      return subject.offer ? `${workspace}/offers/${subject.offer}` : workspace + query({ panel: 'versions' });
    case 'signed':
    case 'declined':
    case 'withdrawn':
      return workspace + query({ panel: 'versions' });
    case 'position-stale':
      return workspace + query({ item: subject.item });
    case 'shared':
      return workspace;
  }
}

function query(values: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // `:` is allowed in a query and keeps item names readable
  return said.length ? `?${said.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%3A', ':')}`).join('&')}` : '';
}
