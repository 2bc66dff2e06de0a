'use client';
import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { useRef, useState, type RefObject } from 'react';
import { Button } from '@/app/components/Button';
import { langOf } from '@/app/components/lang-of';
import { useToasts } from '@/app/components/Toasts';
import { Tooltip } from '@/app/components/Tooltip';
import { useUndoHere } from '@/app/components/use-undo-here';
import { declareRight } from '@/lib/document/edits/lead-wording';
import { stillRight } from '@/lib/diff/counterpart-changes';
import { rightForNow, type RightFor } from '@/lib/domain/counterparts';
import type { Language } from '@/lib/domain/languages';
import type { SectionKey } from '@/lib/domain/scenario';
import { useMayEdit, useScenarioPart, useSession } from '../session/hooks';
import { ChangeSince } from './ChangeSince';
import { useCounterpart } from './use-counterpart';

export interface CounterpartMarkProps {
  readonly section: SectionKey;
  readonly language: Language;
  /** Around the text: where the focus goes when there is nothing left to say. */
  readonly column: RefObject<HTMLElement | null>;
}

/**
 * Says of a text which language leads, or that the leading text has changed since this one was right for it; opens what has
 * changed. Who may edit says here what is still right: nothing else takes the mark away.
 */
export function CounterpartMark({ section, language, column }: CounterpartMarkProps) {
  const t = useTranslations('wording.counterpart');
  const names = useTranslations('agreement.item.languages');
  const { doc, scenario } = useSession();
  const counterpart = useCounterpart(section, language);
  const leadingLanguage = useScenarioPart('leadingLanguage');
  const mayEdit = useMayEdit();
  const { toast } = useToasts();
  const { undo } = useUndoHere();
  const [isOpen, setIsOpen] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const leading = names(leadingLanguage);

  if (counterpart === null) return <span title={t('leads-hint')}>{t('leads')}</span>;
  const { state, changes } = counterpart;
  if (state !== 'out-of-date' && state !== 'unconfirmed') return null;

  const declare = (rightFor: RightFor, isAll: boolean): void => {
    declareRight(doc, section, language, rightFor);
    toast({ text: t('declared', { language: names(language) }), action: { label: t('undo'), run: undo } });
    if (isAll) setIsOpen(false);
    // What had the focus may be gone with what it was about.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const find = (selector: string): HTMLElement | null | undefined => (content.current?.isConnected ? content.current : column.current)?.querySelector(selector);
      const next = find('[role="textbox"]') ?? find('button');
      next?.focus({ preventScroll: true });
    });
  };
  const known = scenario.get().rightFor[section][language];
  const label = state === 'out-of-date' ? t('changed', { language: leading, count: changes.length }) : t('unconfirmed');
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Tooltip text={t('hint')}>
        <Popover.Trigger asChild>
          <Button size="small" look="quiet" data-counterpart={state} className="!shrink !whitespace-normal text-left">
            <History size={14} aria-hidden className="shrink-0" />
            {label}
          </Button>
        </Popover.Trigger>
      </Tooltip>
      <Popover.Portal>
        <Popover.Content
          ref={content}
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 flex max-h-[min(70vh,var(--radix-popover-content-available-height))] w-[32rem] max-w-[calc(100vw-1rem)] flex-col gap-2 overflow-y-auto rounded-md border bg-raised p-3 shadow-float print:hidden"
        >
          <p>{state === 'out-of-date' ? t('changed-since', { language: leading }) : t('unconfirmed-since', { language: leading })}</p>
          {changes.length > 0 && (
            <ul className="flex flex-col gap-2" lang={langOf(leadingLanguage)}>
              {changes.map((change) => (
                <ChangeSince key={`${change.at} ${change.now}`} change={change} onStillRight={mayEdit && known ? () => declare(stillRight(known, change), changes.length === 1) : null} />
              ))}
            </ul>
          )}
          {mayEdit && (
            <div className="flex flex-wrap items-center gap-2 border-t pt-2">
              <Button look="primary" size="small" onClick={() => declare(rightForNow(scenario.get(), section), true)}>
                {state === 'out-of-date' ? t('all-right') : t('right-as-it-stands')}
              </Button>
              <span className="min-w-0 flex-1 text-sm text-soft">{t('hint')}</span>
            </div>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
