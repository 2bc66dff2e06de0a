'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { setTheme, useTheme } from '@/app/components/ThemeMenu';
import { themes, type Theme } from '@/app/theme';
import { languages, type Language } from '@/lib/domain/languages';
import { usePhase, useSession } from '../session/hooks';
import { parts, type Part } from './address';
import { useCommand } from './commands';
import { useShellView } from './WorkspaceViewProvider';

/**
 * The commands of the workspace itself: where to go, what to see.
 * @param onSplit gives the network so many percent of the height, the texts the rest
 */
export function WorkspaceCommands({ onSplit }: { readonly onSplit: (network: number) => void }) {
  const t = useTranslations('workspace');
  const view = useShellView();
  const phase = usePhase();
  const router = useRouter();
  const { scenarioId } = useSession();
  const group = t('group.view');
  useCommand({ id: 'workspace.phase-before', label: t('phase.before-long'), group, disabled: phase === 'before', run: () => view.setPhase('before') });
  useCommand({ id: 'workspace.phase-after', label: t('phase.after-long'), group, disabled: phase === 'after', run: () => view.setPhase('after') });
  useCommand({ id: 'workspace.network-only', label: t('larger-network'), group, run: () => onSplit(100) });
  useCommand({ id: 'workspace.texts-only', label: t('larger-texts'), group, run: () => onSplit(0) });
  useCommand({ id: 'workspace.both', label: t('both'), group, run: () => onSplit(60) });
  useCommand({ id: 'workspace.comments', label: t('comments'), group: t('group.go'), run: () => view.openPanel('comments') });
  useCommand({ id: 'workspace.agreement', label: useTranslations('positions')('go'), group: t('group.go'), run: () => view.openPanel('agreement') });
  useCommand({ id: 'workspace.checks', label: useTranslations('checks')('go'), group: t('group.go'), run: () => view.openPanel('checks') });
  useCommand({ id: 'workspace.versions', label: t('versions'), group: t('group.go'), run: () => view.openPanel('versions') });
  useCommand({ id: 'workspace.changes', label: useTranslations('phases')('title'), group: t('group.go'), run: () => view.openPanel('changes') });
  useCommand({ id: 'workspace.compare', label: useTranslations('compare')('command'), group: t('group.go'), run: () => router.push(`/scenarios/${scenarioId}/compare`) });
  useCommand({ id: 'workspace.meetings', label: t('meetings'), group: t('group.go'), run: () => router.push(`/meetings?scenario=${scenarioId}`) });
  useCommand({ id: 'workspace.inbox', label: useTranslations('inbox')('title'), group: t('group.go'), run: () => router.push('/inbox') });
  return (
    <>
      {parts.map((part) => (
        <GoTo key={part} part={part} />
      ))}
      {languages.map((language) => (
        <Speak key={language} language={language} />
      ))}
      {themes.map((theme) => (
        <Light key={theme} theme={theme} />
      ))}
    </>
  );
}

function Speak({ language }: { readonly language: Language }) {
  const names = useTranslations('common.languages');
  const { language: now, change } = useInterfaceLanguage();
  useCommand({ id: `workspace.language-${language}`, label: names(language), group: useTranslations('account')('language'), disabled: now === language, run: () => change(language) });
  return null;
}

function Light({ theme }: { readonly theme: Theme }) {
  const t = useTranslations('ui.theme');
  useCommand({ id: `workspace.theme-${theme}`, label: t(theme), group: t('title'), disabled: useTheme() === theme, run: () => setTheme(theme) });
  return null;
}

function GoTo({ part }: { readonly part: Part }) {
  const t = useTranslations('workspace');
  const view = useShellView();
  useCommand({ id: `workspace.go-${part}`, label: t(`go.${part}`), group: t('group.go'), run: () => view.goTo(part) });
  return null;
}
