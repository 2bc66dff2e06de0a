import { textIn } from '@/lib/domain/languages';
import type { PrintText } from '@/lib/print/print-document';
import type { ShownRecord } from '@/lib/sign-offs/read-offer';
import type { PrintWords } from './print-words';

/** What a record says, in a sentence, with the reason if one was given. */
export function happened(record: ShownRecord, { language, t }: PrintWords): PrintText {
  const values = { name: record.signer.name, delegation: record.delegation ? textIn(record.delegation.name, language) : '', named: record.named?.name ?? '' };
  return [{ text: t(`happened.${record.kind}`, values) }, ...(record.reason ? [{ text: `\n${t('reason', { reason: record.reason })}`, soft: true }] : [])];
}
