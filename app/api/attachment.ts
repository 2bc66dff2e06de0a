/**
 * The header that makes a browser save an answer under a readable name (RFC 6266): Unicode for all that understand it,
 * a plain name for the others.
 */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '').trim();
  const fallback = /^\w/.test(plain) ? plain : `scenario${plain.slice(plain.lastIndexOf('.'))}`;
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded}`;
}
