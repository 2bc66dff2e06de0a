'use client';
import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Delegation } from '@/lib/domain/delegations';
import type { ListedPerson } from '@/lib/people/list-people';
import { Button } from '../components/Button';
import { InviteDialog } from './InviteDialog';
import { LinkDialog, type LinkFor } from './LinkDialog';
import { PersonRow } from './PersonRow';

interface PeoplePartProps {
  readonly people: readonly ListedPerson[];
  readonly delegations: readonly Delegation[];
  /** Who looks at the page. */
  readonly selfId: string;
}

const heading = 'border-b px-2 py-1.5 text-left align-bottom font-medium text-soft';

/** Everybody in one table; each cell is changed where it stands. */
export function PeoplePart({ people, delegations, selfId }: PeoplePartProps) {
  const t = useTranslations('people');
  const [isInviting, setInviting] = useState(false);
  const [link, setLink] = useState<LinkFor | null>(null);
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const matching = wanted ? people.filter((person) => `${person.name} ${person.email}`.toLowerCase().includes(wanted)) : people;

  return (
    <section className="mb-10">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h2 id="people-heading" className="text-lg font-semibold">
          {t('people')}
        </h2>
        <span className="text-soft">{t('count', { count: people.length })}</span>
        <input
          type="search"
          className="field ml-auto !w-64 max-sm:order-last max-sm:!w-full"
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <Button look="primary" className="max-sm:ml-auto" onClick={() => setInviting(true)}>
          <UserPlus size={16} aria-hidden />
          {t('invite')}
        </Button>
      </div>
      <div>
        <table aria-labelledby="people-heading" className="w-full border-collapse max-lg:block">
          {/* where the columns don't fit, a person is a card, and each office is named beside its box */}
          <thead className="max-lg:sr-only">
            <tr>
              <th scope="col" className={heading}>{t('column.person')}</th>
              <th scope="col" className={heading}>{t('column.state')}</th>
              <th scope="col" className={heading}>{t('column.delegation')}</th>
              <th scope="col" className={`${heading} text-center`}>{t('column.head')}</th>
              <th scope="col" className={`${heading} text-center`}>{t('column.speaker')}</th>
              <th scope="col" className={`${heading} text-center`}>{t('column.may-create-scenarios')}</th>
              <th scope="col" className={`${heading} text-center`}>{t('column.administrator')}</th>
              <td className={heading} />
            </tr>
          </thead>
          <tbody className="max-lg:block">
            {matching.map((person) => (
              <PersonRow key={person.id} person={person} delegations={delegations} isSelf={person.id === selfId} onLink={setLink} />
            ))}
          </tbody>
        </table>
        {matching.length === 0 && <p className="px-2 py-4 text-soft">{t('nobody')}</p>}
      </div>
      <p className="mt-2 max-w-prose text-sm text-soft">{t('hint')}</p>
      <InviteDialog
        open={isInviting}
        onClose={() => setInviting(false)}
        delegations={delegations}
        onInvited={(invited) => {
          setInviting(false);
          setLink(invited);
        }}
      />
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </section>
  );
}
