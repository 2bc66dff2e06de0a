const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Parts with which words of this field are put together: before one of them is where a reader expects a hyphen
 * ("Instandhaltungs-dienstleister", not "Instandhaltungsdienstl-eister").
 */
const secondParts =
  /(?:dienst|leist(?:er|ung)|anbieter|hersteller|betreiber|lieferant|nutz(?:er|ung)|plattform|daten|analyse|wartung|haltung|information|maschine|material|fertigung|auftr[aä]g|bauteil|service|prozess|system|netzwerk|kette|schöpfung|werkzeug|anlage|mittel|führung|steuerung|sicherung|vereinbarung|management|entwicklung|verarbeitung|verfügbarkeit|optimierung|modell|innovation|mechanik|beschaffung|produktion|integration|zustand|überwachung|einkauf|vertrieb|handel|partner|unternehmen|bedarf)/giu;
/** Endings after which the linking "s" closes the first part of a German compound. */
const linked = /(?:ung|heit|keit|schaft|tion|tät|ing)s(?=\p{L}{3})/giu;
/** A consonant between vowels goes to the next line; these stay together, "spr" and "schr" also after a consonant. */
const syllable =
  /[aeiouyäöü](?=(?:schr|sch|spr|ch|ck|ph|th|qu|st|[bcdfghjklmnpqrstvwxzß])[aeiouyäöü])|(?!(?<=s)pr|(?<=sc)hr|s?ch|[pst]h)[bcdfghjklmnpqrstvwxzß](?=(?:schr|sch|spr|ch|ph|th|qu|[bcdfghjklmnpqrstvwxzß])[aeiouyäöü])/giu;

/**
 * Takes as much off a word that is too long for a line as fits.
 * @param fits whether a text fits into a line
 * @returns what stands on this line (with a hyphen where a word of letters is broken), and the rest; at least one
 *   character is taken, so that it always ends
 */
export function breakWord(word: string, fits: (text: string) => boolean): [head: string, tail: string] {
  const near = word.slice(0, mostInLine).replace(/[\ud800-\udbff]$/, '');
  const longest = longestEnd(near, fits);
  for (const rule of [softHyphens, seams, syllables]) {
    const end = rule(near)
      .filter((at) => at >= 3 && word.length - at >= 3 && at <= longest && fits(`${word.slice(0, at)}-`))
      .at(-1);
    // A break that leaves half of the line empty is worse than a less beautiful one.
    if (end !== undefined && end > longest / 2) return [`${word.slice(0, end).replace(/\u00ad$/u, '')}-`, word.slice(end)];
  }
  return [word.slice(0, longest), word.slice(longest)];
}

/** No line holds more characters; what comes after them is not looked at. */
const mostInLine = 300;

function longestEnd(word: string, fits: (text: string) => boolean): number {
  let longest = 0;
  for (const { segment, index } of graphemes.segment(word)) {
    const end = index + segment.length;
    if (longest > 0 && !fits(word.slice(0, end))) break;
    longest = end;
  }
  return longest;
}

/** Where a word is put together, by its author's soft hyphens or by the parts that this field uses; never near its ends. */
export const seamsOf = (word: string): readonly number[] => (softHyphens(word).length ? [] : [...new Set(seams(word))]).filter((at) => at >= 3 && word.length - at >= 3);

const softHyphens = (word: string): number[] => Array.from(word.matchAll(/\u00ad/gu), ({ index }) => index + 1);
const seams = (word: string): number[] =>
  [...Array.from(word.matchAll(secondParts), ({ index }) => index), ...Array.from(word.matchAll(linked), ({ 0: found, index }) => index + found.length)].sort(
    (a, b) => a - b,
  );
/** Never before a linking "s", which belongs to the part in front of it. */
const syllables = (word: string): number[] => {
  if (!/^\p{L}+\s*$/u.test(word)) return [];
  const links = new Set(Array.from(word.matchAll(linked), ({ 0: found, index }) => index + found.length - 1));
  return Array.from(word.matchAll(syllable), ({ index }) => index + 1).filter((at) => !links.has(at));
};
