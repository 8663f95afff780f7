/** A text that somebody looks for, anywhere in a column, as a pattern of LIKE. */
export const anywhere = (text: string): string => `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
