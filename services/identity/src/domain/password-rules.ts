const passwordLength = { least: 8, most: 128 };
/** So few signs beside a name or an address are guessed as soon as the name is. */
const fewSigns = 4;

/** Counted as people count, so that a letter outside of the basic plane is one. */
const lengthOf = (text: string): number => [...text].length;
/** Letters and digits alone, so that neither case nor punctuation makes a name another one. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const namesOf = ({ email, name }: Owner): readonly string[] => {
  const [local = ''] = email.split('@');
  return [email, local, name, ...name.split(/\s+/u), ...email.split(/[@.]/)];
};

interface Owner {
  readonly email: string;
  readonly name: string;
}

/** What anybody tries first. */
export interface Guessable {
  /** Whether a list of much used passwords has it, asked in lower case. */
  readonly isCommon: (password: string) => boolean;
  /** The shop's name, its host, and whatever else is known of it. */
  readonly shopWords: readonly string[];
}

/** Whether little is left of it without one of the words. */
const isCloseTo = (password: string, words: readonly string[]): boolean => {
  const signs = bare(password);
  return words
    .map(bare)
    .filter((word) => lengthOf(word) >= 3)
    .some((word) => signs === word || (signs.includes(word) && lengthOf(signs) - lengthOf(word) < fewSigns));
};

/**
 * Why a password is refused, if it is. It may be made of anything (no composition rules, NIST SP 800-63B-4), but not be
 * among the first that anybody tries.
 */
export const passwordFault = (
  password: string,
  owner: Owner,
  { isCommon, shopWords }: Guessable,
): string | undefined => {
  const length = lengthOf(password);
  if (length < passwordLength.least) return `Use at least ${passwordLength.least} characters.`;
  if (length > passwordLength.most) return `Use ${passwordLength.most} characters at most.`;
  const canonical = password.normalize('NFKC').toLowerCase();
  if (isCommon(canonical) || new Set(canonical).size < 2)
    return 'That is one of the passwords that everybody tries first. Use one that is yours alone.';
  if (isCloseTo(password, shopWords))
    return 'That is too close to the name of this shop. Use something that has nothing to do with it.';
  if (isCloseTo(password, namesOf(owner)))
    return 'That is too close to your name or e-mail address. Use something that has nothing to do with them.';
  return undefined;
};
