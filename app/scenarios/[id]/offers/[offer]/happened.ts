import { textIn } from '@/lib/domain/languages';
import type { PrintText } from '@/lib/print/print-document';
import type { ShownRecord } from '@/lib/sign-offs/read-offer';
import type { PrintWords } from './print-words';
import { standingAs } from './signer-words';

/** What a record says, in a sentence, with the function of who acted, and the reason if one was given. */
export function happened(record: ShownRecord, words: PrintWords): PrintText {
  const { language, t } = words;
  const values = { name: record.signer.name, delegation: record.delegation ? textIn(record.delegation.name, language) : '', named: record.named?.name ?? '' };
  return [
    { text: `${t(`happened.${record.kind}`, values)} ` },
    ...standingAs(record.signer, words),
    ...(record.reason ? [{ text: `\n${t('reason', { reason: record.reason })}`, soft: true }] : []),
  ];
}
