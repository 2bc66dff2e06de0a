import { useTranslations } from 'next-intl';
import { langOf } from '@/app/components/lang-of';
import type { Language } from '@/lib/domain/languages';
import type { Scenario } from '@/lib/domain/scenario';
import { diffScenario } from '@/lib/diff/diff-scenario';
import { listChanges } from '@/lib/diff/list-changes';
import { ChangeList } from './ChangeList';
import { changeAnchor } from './change-anchor';
import { DiffAssessment } from './DiffAssessment';
import { DiffFacts } from './DiffFacts';
import { DiffFigures } from './DiffFigures';
import { DiffNetwork } from './DiffNetwork';
import { DiffWording } from './DiffWording';

export interface DiffViewProps {
  readonly scenarioId: string;
  readonly before: Scenario;
  readonly after: Scenario;
  readonly language: Language;
}

/**
 * All in which two versions of a scenario differ: a list with links, the network as an overlay and in words, the wording
 * word by word, the assessment cell by cell. Runs on the server and in the browser.
 */
export function DiffView({ scenarioId, before, after, language }: DiffViewProps) {
  const t = useTranslations('compare');
  const words = useTranslations('agreement.item');
  const diff = diffScenario(before, after);
  const changes = listChanges(diff);
  if (changes.length === 0)
    return (
      <p role="status" className="py-4">
        {t('no-changes')}
      </p>
    );
  const versions = [after, before];
  const parts = { diff, before, after, language };
  return (
    <div className="flex flex-col gap-8">
      <ChangeList scenarioId={scenarioId} changes={changes} versions={versions} language={language} />
      <DiffFacts {...parts} />
      <DiffFigures before={before} after={after} language={language} />
      <DiffNetwork {...parts} />
      {diff.sections.length > 0 && (
        <section aria-labelledby="compared-wording" className="flex flex-col gap-5">
          <h2 id="compared-wording" className="text-lg font-semibold">
            {t('wording')}
          </h2>
          {diff.sections.map(({ section, language: written, diff: wording }) => {
            const name = `section:${section}:${written}`;
            return (
              <section key={name} id={changeAnchor(name)} tabIndex={-1} aria-label={words('section', { section: words(`sections.${section}`), language: words(`languages.${written}`) })} className="scroll-mt-4">
                <h3 className="mb-1 font-semibold">
                  {words(`sections.${section}`)} <span className="font-normal text-soft">{words(`languages.${written}`)}</span>
                </h3>
                <div lang={langOf(written)} className="max-w-3xl">
                  <DiffWording diff={wording} />
                </div>
              </section>
            );
          })}
        </section>
      )}
      <DiffAssessment {...parts} />
    </div>
  );
}
