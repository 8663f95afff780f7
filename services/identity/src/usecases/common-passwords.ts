import { dictionary } from '@zxcvbn-ts/language-common';

/** Some 49,000 of the most used passwords of known leaks, in lower case; kept up by the zxcvbn-ts project (MIT). */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common'] as readonly string[]);

export const isCommonPassword = (password: string): boolean => common.has(password);
