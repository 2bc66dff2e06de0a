'use client';
import { Ellipsis } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useOptimistic, useState, useTransition } from 'react';
import type { Delegation } from '@/lib/domain/delegations';
import { textIn, type Language } from '@/lib/domain/languages';
import type { ListedPerson } from '@/lib/people/list-people';
import type { ActionError } from '../action-result';
import { Badge } from '../components/Badge';
import { Button } from '../components/Button';
import { Menu, MenuItem, MenuSeparator } from '../components/Menu';
import { useErrorWords } from '../components/use-error-words';
import { changePerson, createResetLink, erasePerson, type PersonChange } from './actions';
import { EraseDialog } from './EraseDialog';
import type { LinkFor } from './LinkDialog';
import { RenameDialog } from './RenameDialog';

interface PersonRowProps {
  readonly person: ListedPerson;
  readonly delegations: readonly Delegation[];
  readonly isSelf: boolean;
  readonly onLink: (link: LinkFor) => void;
}

type Office = 'head' | 'speaker' | 'may-create-scenarios' | 'administrator';
const fieldOf = { head: 'isHead', speaker: 'isSpeaker', 'may-create-scenarios': 'mayCreateScenarios', administrator: 'isAdministrator' } as const satisfies Record<Office, keyof ListedPerson>;
const offices: readonly Office[] = ['head', 'speaker', 'may-create-scenarios', 'administrator'];

/** How the row looks while the change is on its way. */
function changed(person: ListedPerson, { kind, value }: PersonChange): ListedPerson {
  switch (kind) {
    case 'delegation':
      return { ...person, delegationId: value, isHead: false, isSpeaker: false };
    case 'disabled':
      return { ...person, state: value ? 'disabled' : 'active' };
    case 'name':
      return { ...person, name: value };
    default:
      return { ...person, [fieldOf[kind]]: value };
  }
}

/** One person; what cannot be done says why below the name. */
export function PersonRow({ person: stored, delegations, isSelf, onLink }: PersonRowProps) {
  const t = useTranslations('people');
  const language = useLocale() as Language;
  const words = useErrorWords();
  const [isBusy, start] = useTransition();
  const [person, show] = useOptimistic(stored, changed);
  const [failure, setFailure] = useState<ActionError | null>(null);
  const [isRenaming, setRenaming] = useState(false);
  const [isErasing, setErasing] = useState(false);
  const failureId = useId();

  function change(next: PersonChange): void {
    setFailure(null);
    start(async () => {
      show(next);
      const result = await changePerson(person.id, next).catch(() => null);
      if (!result?.ok) start(() => setFailure(result ? result.error : { code: 'unavailable', details: {} }));
    });
  }

  function makeLink(): void {
    setFailure(null);
    start(async () => {
      const result = await createResetLink(person.id).catch(() => null);
      start(() => (result?.ok ? onLink({ ...result.value, name: person.name }) : setFailure(result ? result.error : { code: 'unavailable', details: {} })));
    });
  }

  function erase(): void {
    setErasing(false);
    setFailure(null);
    start(async () => {
      const result = await erasePerson(person.id).catch(() => null);
      if (!result?.ok) start(() => setFailure(result ? result.error : { code: 'unavailable', details: {} }));
    });
  }

  const failureWords = ({ code, details }: ActionError): string => {
    if (code === 'forbidden') return t('forbidden');
    return code === 'last-facilitator' ? t('last-facilitator', { name: person.name }) : words({ code, details });
  };
  const isDisabled = person.state === 'disabled';
  return (
    <tr aria-busy={isBusy} className={`relative border-b align-middle max-lg:flex max-lg:flex-wrap max-lg:items-center max-lg:gap-x-4 max-lg:py-2 ${isDisabled ? 'text-soft' : ''}`}>
      <th scope="row" className="px-2 py-1.5 text-left font-normal max-lg:w-full max-lg:py-0.5 max-lg:pr-14">
        <span className="font-medium">{person.name}</span>
        {isSelf && <span className="text-soft"> {t('self')}</span>}
        <span className="block break-all text-sm text-soft">{person.email}</span>
        {failure && (
          <span id={failureId} role="alert" className="mt-1 block max-w-xs text-sm text-danger">
            {failureWords(failure)}
          </span>
        )}
        <RenameDialog
          open={isRenaming}
          name={person.name}
          onClose={() => setRenaming(false)}
          onRename={(name) => {
            setRenaming(false);
            change({ kind: 'name', value: name });
          }}
        />
        <EraseDialog open={isErasing} name={person.name} onClose={() => setErasing(false)} onErase={erase} />
      </th>
      <td className="whitespace-nowrap px-2 py-2 max-lg:py-1">
        <Badge tone={person.state === 'invited' ? 'caution' : 'plain'}>{t(`state.${person.state}`)}</Badge>
        {person.isDemo && <span className="ml-1 text-sm text-soft">{t('demo')}</span>}
        {person.state !== 'disabled' && (person.hasOpenLink || person.state === 'invited') && (
          <span className="block text-sm text-soft">{t(person.hasOpenLink ? 'link-open' : 'link-none')}</span>
        )}
      </td>
      <td className="px-2 py-1.5 max-lg:max-w-full max-lg:py-1">
        <select
          className="field min-h-8 !w-auto max-w-64"
          aria-label={t('delegation-of', { name: person.name })}
          value={person.delegationId ?? ''}
          disabled={isDisabled}
          onChange={(event) => change({ kind: 'delegation', value: event.target.value || null })}
        >
          <option value="">{t('observer')}</option>
          {delegations.map((delegation) => (
            <option key={delegation.id} value={delegation.id}>
              {delegation.code} · {textIn(delegation.name, language)}
            </option>
          ))}
        </select>
      </td>
      {offices.map((office) => {
        const ofDelegation = office === 'head' || office === 'speaker';
        return (
          <td key={office} className="px-2 py-1.5 text-center max-lg:py-0">
            <label className="inline-flex min-h-8 items-center justify-center gap-1.5">
              <input
                type="checkbox"
                className="size-4 accent-[var(--accent)]"
                aria-label={t(`office.${office}`, { name: person.name })}
                aria-describedby={failure ? failureId : undefined}
                checked={person[fieldOf[office]]}
                disabled={isDisabled || (ofDelegation && person.delegationId === null)}
                onChange={(event) => change({ kind: office, value: event.target.checked })}
              />
              <span aria-hidden className="text-sm text-soft lg:hidden">
                {t(`column.${office}`)}
              </span>
            </label>
          </td>
        );
      })}
      <td className="px-2 py-1.5 text-right max-lg:absolute max-lg:right-0 max-lg:top-1 max-lg:py-0">
        <Menu
          label={t('more-of', { name: person.name })}
          trigger={
            <Button look="quiet" aria-label={t('more-of', { name: person.name })}>
              <Ellipsis size={16} aria-hidden />
            </Button>
          }
        >
          <MenuItem disabled={isDisabled || person.isDemo} onSelect={makeLink}>
            {t(person.state === 'invited' ? 'new-invitation' : 'reset-link')}
          </MenuItem>
          <MenuItem onSelect={() => setRenaming(true)}>{t('rename')}</MenuItem>
          <MenuSeparator />
          <MenuItem danger={!isDisabled} onSelect={() => change({ kind: 'disabled', value: !isDisabled })}>
            {t(isDisabled ? 'enable' : 'disable')}
          </MenuItem>
          <MenuItem danger disabled={person.isDemo} onSelect={() => setErasing(true)}>
            {t('erase')}
          </MenuItem>
        </Menu>
      </td>
    </tr>
  );
}
