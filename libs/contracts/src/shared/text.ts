import { z } from 'zod';

/** Overrides and isolates of the writing direction: they make a line read as something else than it says. */
const turnsDirection = /[\u202A-\u202E\u2066-\u2069]/u;
/** What takes no ink: zero-width characters, fillers, the blank of braille. */
const inkless = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]/u;
const blank = /[\t\p{Z}\u2800\u3164\uFFA0]/u;
/** Joiners shape Persian, Hindi and emoji, and selectors choose how an emoji looks: of use beside something seen. */
const shaping = /\u200C|\u200D|\p{Variation_Selector}/u;

const isSeen = (text: string): boolean => Array.from(text).some((char) => !inkless.test(char));

/**
 * Nothing that has no place on a label: control characters, line separators, turned writing directions, half characters,
 * which cannot be written down, and nothing that only seems to be text.
 */
export const isPrintableLine = (text: string): boolean =>
  /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u.test(text) &&
  !turnsDirection.test(text) &&
  text.isWellFormed() &&
  (text === '' || isSeen(text));

/** The same for text of several lines. */
export const isPrintableText = (text: string): boolean =>
  text.trim() === '' || isPrintableLine(text.replaceAll(/[\t\r\n]/g, ' '));

/**
 * A line as it was meant: without the unseen characters that come along when text is pasted, with single blanks, and
 * with each letter written in one way (Unicode's NFC). Control characters stay, for `isPrintableLine` to refuse.
 */
export const cleanLine = (text: string): string => {
  const cleaned = Array.from(text, (char) => {
    if (blank.test(char)) return ' ';
    return inkless.test(char) && !/\p{Cc}/u.test(char) && !shaping.test(char) ? '' : char;
  }).join('');
  const line = cleaned.replaceAll(/ +/g, ' ').trim();
  return isSeen(line) ? line.normalize() : '';
};

/** What is said of text that is not printable. */
export const unprintable = 'Use letters, digits and punctuation only';

/** A line that has to be there, as it was typed: refused where it holds what has no place on a label. */
export const printableLine = (max: number) =>
  z.string().trim().min(1).max(max).refine(isPrintableLine, unprintable);

/** The same for text of several lines. */
export const printableText = (max: number) =>
  z.string().trim().min(1).max(max).refine(isPrintableText, unprintable);

/** A line that somebody wrote: a name, a street. Cleaned, and refused where nothing is left to see. */
export const writtenLine = (max: number) =>
  z.string().overwrite(cleanLine).min(1).max(max).refine(isPrintableLine, unprintable);

/** Whether a line may stand where a person's name is shown: printable, at least a letter, and no address of a page. */
export const isPersonName = (line: string): boolean =>
  isPrintableLine(line) &&
  /\p{L}/u.test(line) &&
  !/[/\\@]|\bwww\.|\p{L}{2,}\.(?:com|net|org|info|biz|example|test|shop|xyz|top|site|online)\b/iu.test(line);
