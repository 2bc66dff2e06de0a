/** A title without what file systems do not take. */
export function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/gu, ' ').trim().slice(0, 80) || 'scenario';
}
