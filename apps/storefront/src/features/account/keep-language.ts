'use server';

import type { AccountLanguage } from '@quayside/contracts';
import { chooseAccountLanguage } from '../../api/server/account.ts';

export interface LanguageState {
  readonly language: AccountLanguage;
  readonly outcome?: 'kept' | 'failed';
}

/** Keeps the language of the form for mails; works where scripts do not run. */
export const keepLanguage = async (before: LanguageState, data: FormData): Promise<LanguageState> => {
  const language = data.get('language') === 'de' ? 'de' : 'en';
  const result = await chooseAccountLanguage(language);
  return result.ok ? { language, outcome: 'kept' } : { language: before.language, outcome: 'failed' };
};
