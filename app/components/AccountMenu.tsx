'use client';
import { ChevronDown, CircleUser, LogOut, Settings, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { languages } from '@/lib/domain/languages';
import { signOut } from '../account/sign-out';
import { hasUnsentWork } from '../scenarios/[id]/session/leave-device';
import { Button } from './Button';
import { DelegationBadge } from './DelegationBadge';
import { Dialog } from './Dialog';
import { langOf } from './lang-of';
import { useInterfaceLanguage } from './LanguageSwitch';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLink, MenuSeparator } from './Menu';

export interface AccountMenuProps {
  /** Where room is scarce the name is shown on wide screens only. */
  readonly short?: boolean;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    /** The delegation's code; null: an observer. */
    readonly delegation: string | null;
    readonly isAdministrator: boolean;
  };
}

type Leaving = 'no' | 'asking' | 'going' | 'failed';

/** Who is signed in; the language of the interface, the account, people (for administrators), sign-out. For the top bars. */
export function AccountMenu({ person, short = false }: AccountMenuProps) {
  const t = useTranslations('account');
  const names = useTranslations('common.languages');
  const { language, change } = useInterfaceLanguage();
  const [leaving, setLeaving] = useState<Leaving>('no');

  async function leave(): Promise<void> {
    setLeaving('going');
    try {
      await signOut(person.id);
    } catch {
      setLeaving('failed');
    }
  }

  async function askOrLeave(): Promise<void> {
    // Where the device's databases cannot even be read there is nothing on it that could be lost.
    if (await hasUnsentWork(person.id).catch(() => false)) setLeaving('asking');
    else await leave();
  }

  return (
    <>
      <Menu
        label={t('menu')}
        trigger={
          <Button look="quiet" aria-label={t('menu-of', { name: person.name })} className="min-w-0 !shrink">
            <CircleUser size={16} aria-hidden className={`shrink-0 ${short ? '2xl:hidden' : 'sm:hidden'}`} />
            <span className={`hidden max-w-40 truncate ${short ? '2xl:inline' : 'sm:inline'}`}>{person.name}</span>
            <DelegationBadge code={person.delegation} />
            <ChevronDown size={14} aria-hidden className="shrink-0 text-soft" />
          </Button>
        }
      >
        <div className="px-2 py-1">
          <div className="flex items-center gap-2 font-medium">
            <span className="min-w-0 break-words">{person.name}</span>
            <DelegationBadge code={person.delegation} observers />
          </div>
          <div className="break-all text-sm text-soft">{person.email}</div>
        </div>
        <MenuSeparator />
        <MenuLabel>{t('language')}</MenuLabel>
        <MenuChoice value={language} options={languages.map((option) => ({ value: option, label: names(option), lang: langOf(option) }))} onChange={change} />
        <MenuSeparator />
        <MenuLink href="/account" icon={<Settings size={16} aria-hidden />}>
          {t('title')}
        </MenuLink>
        {person.isAdministrator && (
          <MenuLink href="/admin" icon={<Users size={16} aria-hidden />}>
            {t('people')}
          </MenuLink>
        )}
        <MenuItem icon={<LogOut size={16} aria-hidden />} onSelect={() => void askOrLeave()}>
          {t('sign-out')}
        </MenuItem>
      </Menu>
      <Dialog open={leaving !== 'no'} onOpenChange={(open) => !open && leaving !== 'going' && setLeaving('no')} title={t(`leaving.${leaving === 'no' ? 'going' : leaving}`)}>
        {leaving === 'asking' && <p>{t('leaving.asking-hint')}</p>}
        {leaving === 'failed' && <p>{t('leaving.failed-hint')}</p>}
        {(leaving === 'asking' || leaving === 'failed') && (
          <p className="mt-4 flex flex-wrap justify-end gap-2">
            <Button onClick={() => setLeaving('no')}>{t('leaving.stay')}</Button>
            <Button look={leaving === 'asking' ? 'danger' : 'plain'} onClick={() => void leave()}>
              {leaving === 'asking' ? t('leaving.delete') : t('leaving.retry')}
            </Button>
          </p>
        )}
      </Dialog>
    </>
  );
}
