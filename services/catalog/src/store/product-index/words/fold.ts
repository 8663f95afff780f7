/** Letters that no normalisation takes apart, as those write them who have no such key. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
};
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu');

/** Marks that are left out in writing; those of other scripts are vowels and tones, and stay. */
const leftOut =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}+/gu;

/** Text as it is compared: what is indexed and what is asked for go through this one function. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(leftOut, '')
    .toLowerCase()
    .replaceAll(special, (letter) => plain[letter] ?? letter)
    .replaceAll(/['’ʼ`\p{Cf}]/gu, '')
    .normalize('NFC');
