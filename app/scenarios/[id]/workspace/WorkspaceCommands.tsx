'use client';
import { useTranslations } from 'next-intl';
import { parts, type Part } from './address';
import { useCommand } from './commands';
import { useShellView } from './WorkspaceViewProvider';

/** The commands of the workspace itself: where to go, what to see. */
export function WorkspaceCommands() {
  const t = useTranslations('workspace');
  const view = useShellView();
  const group = t('group.view');
  useCommand({ id: 'workspace.phase-before', label: t('phase.before-long'), group, disabled: view.phase === 'before', run: () => view.setPhase('before') });
  useCommand({ id: 'workspace.phase-after', label: t('phase.after-long'), group, disabled: view.phase === 'after', run: () => view.setPhase('after') });
  useCommand({ id: 'workspace.comments', label: t('comments'), group: t('group.go'), run: () => view.openPanel('comments') });
  useCommand({ id: 'workspace.versions', label: t('versions'), group: t('group.go'), run: () => view.openPanel('versions') });
  return parts.map((part) => <GoTo key={part} part={part} />);
}

function GoTo({ part }: { readonly part: Part }) {
  const t = useTranslations('workspace');
  const view = useShellView();
  useCommand({ id: `workspace.go-${part}`, label: t(`go.${part}`), group: t('group.go'), run: () => view.goTo(part) });
  return null;
}
