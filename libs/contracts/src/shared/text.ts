/** No control characters, which have no place on a label, and no half characters, which cannot be written down. */
export const isPrintableLine = (text: string): boolean => /^\P{Cc}*$/u.test(text) && text.isWellFormed();

/** The same for text of several lines. */
export const isPrintableText = (text: string): boolean => isPrintableLine(text.replaceAll(/[\t\r\n]/g, ' '));
