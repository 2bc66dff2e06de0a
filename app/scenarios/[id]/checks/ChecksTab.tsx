'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState, type KeyboardEvent } from 'react';
import { checkNames, type Finding } from '@/lib/checks/finding';
import { grouped } from '@/lib/domain/grouped';
import { useItemLabels } from '../panel/use-item-labels';
import { useReady } from '../session/hooks';
import { FindingRow } from './FindingRow';
import { useShowFinding } from './use-show-finding';

const keyOf = ({ check, item, words }: Finding): string => `${check} ${item} ${words ?? ''}`;

/**
 * What the checks find in the scenario as it stands, check by check; each finding leads to its place. One tab stop: arrows,
 * or J and K, move from one to the next.
 */
export function ChecksTab({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useTranslations('checks');
  const ready = useReady();
  const labelOf = useItemLabels();
  const show = useShowFinding();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const byCheck = grouped(findings, ({ check }) => check);
  const reachable = findings.some((finding) => keyOf(finding) === chosen) ? chosen : findings[0] && keyOf(findings[0]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
    const at = rows.indexOf(event.target as HTMLElement);
    const next = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    rows[Math.max(0, Math.min(next, rows.length - 1))]?.focus();
  };

  if (!ready) return <p className="text-soft">{t('loading')}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="font-medium">
        {t('count', { count: findings.length })}
      </p>
      {findings.length > 0 ? <p className="text-sm text-soft max-sm:hidden">{t('keys')}</p> : <p className="text-soft">{t('none')}</p>}
      <div ref={list} className="flex flex-col gap-4" onKeyDown={onKeyDown}>
        {checkNames.map((check) => {
          const found = byCheck.get(check);
          return (
            found && (
              <section key={check} aria-labelledby={`check-${check}`} data-check={check}>
                <h3 id={`check-${check}`} className="flex items-baseline justify-between gap-2 border-b pb-1 font-semibold">
                  {t(`names.${check}`)}
                  <span className="font-normal text-soft tabular-nums">{found.length}</span>
                </h3>
                <ul>
                  {found.map((finding) => (
                    <FindingRow key={keyOf(finding)} finding={finding} label={labelOf(finding.item)} isReachable={keyOf(finding) === reachable} onFocus={() => setChosen(keyOf(finding))} onShow={() => show(finding)} />
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
    </div>
  );
}
