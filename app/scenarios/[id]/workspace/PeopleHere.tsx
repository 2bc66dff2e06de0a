'use client';
import { Eye, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/app/components/Button';
import { DelegationBadge } from '@/app/components/DelegationBadge';
import { Menu, MenuItem, MenuLabel } from '@/app/components/Menu';
import { Tooltip } from '@/app/components/Tooltip';
import { useFromPeers, useSession } from '../session/hooks';
import { useFollowing } from './following';
import { initials } from './initials';
import { groupPeopleHere, type DelegationHere, type PersonHere } from './people-here';
import { useAnnouncedPeople } from './use-announced-people';

/** How many names stand in the bar before the rest moves into the menu. */
const namesInBar = 6;

/** Who has the scenario open, grouped by delegation; a click on a name follows that person. */
export function PeopleHere() {
  const t = useTranslations('workspace.here');
  useAnnouncedPeople();
  const { me } = useSession();
  const groups = useFromPeers((peers) => groupPeopleHere(me, peers));
  // Oneself stands in the account menu beside this.
  const others = groups.map((group) => ({ ...group, people: group.people.filter(({ isMe }) => !isMe) }));
  const count = groups.reduce((sum, group) => sum + group.people.length, 0);
  return (
    <div role="group" aria-label={t('title')} className="flex min-w-0 items-center gap-2">
      <ul className="hidden min-w-0 items-center gap-2 lg:flex">
        {shortened(others).map((group) => (
          <li key={group.delegation ?? ''} className="flex min-w-0 items-center gap-1">
            <DelegationBadge code={group.delegation} observers />
            <ul className="flex min-w-0 items-center">
              {group.people.map((person) => (
                <li key={person.user.id} className="min-w-0">
                  <PersonButton person={person} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Menu
        label={t('title')}
        trigger={
          <Button look="quiet" aria-label={t('count', { count })} className={count > namesInBar ? '' : 'lg:hidden'}>
            <Users size={16} aria-hidden /> {count}
          </Button>
        }
      >
        {groups.map((group) => (
          <PeopleInMenu key={group.delegation ?? ''} group={group} />
        ))}
      </Menu>
    </div>
  );
}

function shortened(groups: readonly DelegationHere[]): readonly DelegationHere[] {
  let room = namesInBar;
  return groups.flatMap((group) => {
    const people = group.people.slice(0, room);
    room -= people.length;
    return people.length ? [{ ...group, people }] : [];
  });
}

function PersonButton({ person: { user, isMe, clientId } }: { readonly person: PersonHere }) {
  const t = useTranslations('workspace.here');
  const following = useFollowing();
  const name = (
    <>
      {/* as wide as the caret colour needs to be seen; on wide screens the whole name fits */}
      <span aria-hidden className="inline-block h-3 w-[3px] shrink-0 rounded-full" style={{ backgroundColor: user.color }} />
      <span aria-hidden className="2xl:hidden">
        {initials(user.name)}
      </span>
      <span className="max-w-36 truncate max-2xl:sr-only">{user.name}</span>
    </>
  );
  if (clientId === null)
    return (
      <span className="inline-flex items-center gap-1 px-1.5 text-sm" title={t('you', { name: user.name })}>
        {name}
      </span>
    );
  return (
    <Tooltip text={t('follow', { name: user.name })}>
      <Button
        look="quiet"
        size="small"
        aria-label={isMe ? t('you', { name: user.name }) : t('follow', { name: user.name })}
        aria-pressed={following.clientId === clientId}
        className="min-w-0 !gap-1 font-normal"
        onClick={() => (following.clientId === clientId ? following.stop() : following.follow(clientId))}
      >
        {name}
      </Button>
    </Tooltip>
  );
}

function PeopleInMenu({ group }: { readonly group: DelegationHere }) {
  const t = useTranslations('workspace.here');
  const { follow } = useFollowing();
  return (
    <>
      <MenuLabel>
        <DelegationBadge code={group.delegation} observers />
      </MenuLabel>
      {group.people.map(({ user, isMe, clientId }) => (
        <MenuItem key={user.id} disabled={clientId === null} icon={<Eye size={14} aria-hidden className={clientId === null ? 'invisible' : ''} />} onSelect={() => clientId !== null && follow(clientId)}>
          {clientId === null ? t('you', { name: user.name }) : isMe ? t('you', { name: user.name }) : t('follow', { name: user.name })}
        </MenuItem>
      ))}
    </>
  );
}
