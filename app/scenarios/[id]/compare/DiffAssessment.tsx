import { useTranslations } from 'next-intl';
import { textIn, type Language } from '@/lib/domain/languages';
import { dimensions, type Scenario } from '@/lib/domain/scenario';
import { cellOf, isSaidOtherwise } from '@/lib/diff/diff-scenario';
import type { ScenarioDiff } from '@/lib/diff/scenario-diff';
import { changeAnchor } from './change-anchor';
import { DiffCellLinks } from './DiffCellLinks';
import { DiffText } from './DiffText';
import { Became } from './Marked';

export interface DiffAssessmentProps {
  readonly diff: ScenarioDiff;
  readonly before: Scenario;
  readonly after: Scenario;
  readonly language: Language;
}

/** The assessment of every enterprise of which a cell has changed, with what stood there and what stands there now. */
export function DiffAssessment({ diff, before, after, language }: DiffAssessmentProps) {
  const t = useTranslations('compare');
  const words = useTranslations('agreement');
  const changed = diff.cells.filter(isSaidOtherwise);
  if (changed.length === 0) return null;
  const changes = new Map(changed.map((change) => [`${change.enterprise}:${change.dimension}`, change]));
  const rows = after.enterprises.filter(({ id }) => changed.some(({ enterprise }) => enterprise === id));
  return (
    <section aria-labelledby="compared-assessment">
      <h2 id="compared-assessment" className="mb-2 text-lg font-semibold">
        {t('assessment')}
      </h2>
      <div className="overflow-x-auto print:overflow-visible" tabIndex={0} role="region" aria-labelledby="compared-assessment">
        <table className="w-full border-collapse text-left align-top">
          <thead>
            <tr>
              {[words('reading.enterprise'), ...dimensions.map((dimension) => words(`item.dimensions.${dimension}`))].map((heading) => (
                <th key={heading} scope="col" className="min-w-32 border border-edge bg-sunken px-2 py-1 align-top font-semibold hyphens-auto">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row" className="border border-edge px-2 py-1 align-top font-semibold break-words">
                  {textIn(name, language) || words('item.unnamed')}
                </th>
                {dimensions.map((dimension) => {
                  const change = changes.get(`${id}:${dimension}`);
                  const cell = cellOf(after, id)?.[dimension];
                  const judged = words(`reading.change.${cell?.change ?? 'null'}`);
                  return (
                    <td
                      key={dimension}
                      {...(change && { id: changeAnchor(`cell:${id}:${dimension}`), tabIndex: -1 })}
                      className={`scroll-mt-4 border border-edge px-2 py-1 align-top ${change ? 'outline-2 -outline-offset-2 outline-accent' : 'text-soft'}`}
                    >
                      {change?.change ? <Became from={words(`reading.change.${change.change.from ?? 'null'}`)} to={judged} /> : judged}
                      {(change?.rationale || cell?.rationale) && (
                        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
                          {change?.rationale ? <DiffText diff={change.rationale} /> : cell?.rationale}
                        </p>
                      )}
                      {cell && <DiffCellLinks cell={cell} change={change} before={before} after={after} language={language} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
