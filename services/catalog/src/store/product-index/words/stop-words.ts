/** Words that say nothing of a product, in English and German; they need not be found when there are others. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'a an and at by for from in into is it of on or that the this to with ' +
    'am auf aus bei das dem den der die ein eine einem einen einer fur im ist mit oder und von vom zu zum zur'
  ).split(' '),
);
