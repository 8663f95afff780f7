const germanLetters: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  đ: 'd',
  ł: 'l',
};

/** A name as an address: "Fjellmörk 30 L" is `fjellmoerk-30-l`. */
export const slugFrom = (name: string, max = 120): string =>
  name
    .toLowerCase()
    .replaceAll(/[äöüßøæđł]/g, (letter) => germanLetters[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, max)
    .replaceAll(/^-+|-+$/g, '');
