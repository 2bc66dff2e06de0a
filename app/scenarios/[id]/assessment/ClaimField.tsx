'use client';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { SharedTextField } from '@/app/components/SharedTextField';
import { setClaim } from '@/lib/document/edits/edit-entities';
import { claimReasonOf } from '@/lib/document/roots';
import { longestRationale } from '@/lib/domain/bounds';
import { itemName } from '@/lib/domain/items';
import { claims, type Enterprise } from '@/lib/domain/scenario';
import { useSession } from '../session/hooks';

export interface ClaimFieldProps {
  readonly enterprise: Enterprise;
  /** Of the enterprise, in the reader's language. */
  readonly name: string;
  /** True if the assessment says something else. */
  readonly contradicts: boolean;
  readonly mayEdit: boolean;
  readonly tabIndex: number;
}

/** Which verdict the wording pronounces on an enterprise; where that is not the one of the table, the reason why. */
export function ClaimField({ enterprise: { id, claim, claimReason }, name, contradicts, mayEdit, tabIndex }: ClaimFieldProps) {
  const t = useTranslations('assessment.claim');
  const { doc } = useSession();
  const field = useRef<HTMLDivElement>(null);
  const words = { enterprise: name };
  return (
    <div ref={field} data-claim={claim ?? 'unstated'} className="mt-1 border-t pt-1">
      <label className="block text-sm">
        <span className="block text-soft">{t('label')}</span>
        {mayEdit ? (
          <select
            aria-label={t('of', words)}
            value={claim ?? ''}
            tabIndex={tabIndex}
            onChange={(event) => setClaim(doc, id, claims.find((each) => each === event.target.value) ?? null)}
            className="field w-full min-w-0 !px-1 print:hidden"
          >
            <option value="">{t('unstated')}</option>
            {claims.map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </select>
        ) : null}
        <span className={mayEdit ? 'hidden print:block' : 'block'}>{t(claim ?? 'unstated')}</span>
      </label>
      {contradicts && (
        <p role="note" data-contradicts className="mt-1 text-sm text-caution">
          {t(claimReason.trim() ? 'contradicts-reasoned' : 'contradicts')}
        </p>
      )}
      {(contradicts || claimReason !== '') && (
        <>
          <div className="print:hidden">
            <SharedTextField
              text={claimReasonOf(doc, id)}
              label={t('reason-of', words)}
              focusName={`${itemName({ kind: 'enterprise', id })}/claim-reason`}
              multiline
              maxLength={longestRationale}
              placeholder={mayEdit ? t('reason') : ''}
              tabIndex={tabIndex}
              onDone={(how) => how !== 'blur' && field.current?.closest<HTMLElement>('[data-at]')?.focus()}
              className="border-transparent bg-transparent px-1 py-0.5 hover:border-edge focus:border-edge"
            />
          </div>
          <p className="hidden whitespace-pre-wrap text-sm print:block">{claimReason}</p>
        </>
      )}
    </div>
  );
}
