import { ExternalHyperlink, SimpleField, SoftHyphen, TextRun, type ParagraphChild } from 'docx';
import { presentableText } from '@/lib/domain/text';
import { softHyphen } from './hyphenate';
import type { PrintText } from './print-document';

export const softInk = '555555';
/** The language of Latin letters; that of Chinese characters is always Chinese. Latin words in a Chinese text are English, or they would be divided anywhere. */
export const locales = { en: 'en-GB', de: 'de-DE', zh: 'en-GB' } as const;

/** The name of the bookmark that a cross-reference leads to: Word takes letters, digits and underscores, and hides what begins with one. */
export const bookmarkOf = (id: string): string => `_Ref_${id.replace(/\W/g, '_').slice(-35)}`; // the end of an id tells it from others

export function runsOf(text: PrintText): ParagraphChild[] {
  return text.flatMap((run): ParagraphChild[] => {
    // a field that Word brings up to date when figures are moved
    if (run.ref) return [new SimpleField(`REF ${bookmarkOf(run.ref)} \\h`, presentableText(run.text))];
    const isLink = run.link !== undefined && /^https?:\/\//i.test(run.link);
    const lines = presentableText(run.text).normalize('NFC').split('\n');
    const children = lines.map((line, index) => new TextRun({ children: withSoftHyphens(line), ...(index > 0 && { break: 1 }), bold: run.bold, italics: run.italic, ...(run.soft && { color: softInk }), ...(run.mark === 'inserted' && { underline: {} }), strike: run.mark === 'deleted', ...(run.language && { language: { value: locales[run.language], eastAsia: 'zh-CN' } }), ...(run.badge && { border: { style: 'single', size: 4, color: softInk } }), ...(isLink && { style: 'Hyperlink' }) }));
    return isLink ? [new ExternalHyperlink({ link: run.link!, children })] : children;
  });
}

/** Word takes U+00AD for a hyphen that always shows: it has an element of its own for one that shows at the end of a line. */
const withSoftHyphens = (line: string): (string | SoftHyphen)[] => line.split(softHyphen).flatMap((part, index) => (index ? [new SoftHyphen(), part] : [part]));
