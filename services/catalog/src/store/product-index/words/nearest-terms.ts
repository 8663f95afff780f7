/** Which letters a word has, as bits: words that differ in many of them need not be compared. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
};

const ones = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/**
 * How many letters are wrong, missing, too many or swapped with their neighbour (optimal string alignment), as far as it
 * is no more than `most`.
 *
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
const distance = (a: string, b: string, most: number): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] as number;
};

/** How many slips a word of that length may hold. */
const slipsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The terms that are nearest to a word that is none of them; nobody slips more often than its length allows. */
export const nearestTerms = (word: string, terms: Iterable<string>): string[] => {
  let most = slipsIn(word.length);
  if (most === 0) return [];
  const letters = lettersOf(word);
  let nearest: string[] = [];
  for (const term of terms) {
    if (Math.abs(term.length - word.length) > most) continue;
    if (ones(letters ^ lettersOf(term)) > 2 * most) continue;
    const far = distance(word, term, most);
    if (far > most) continue;
    if (far < most) [most, nearest] = [far, []];
    nearest.push(term);
  }
  return nearest;
};
