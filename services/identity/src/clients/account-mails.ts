import type { MailText } from '../domain/account-mail.ts';
import type { MailMatter } from '../usecases/send-account-mail.ts';
import type { AccountWords } from './account-words.ts';
import { englishAccountWords } from './english-account-words.ts';
import { germanAccountWords } from './german-account-words.ts';
import { mailOf, type Letter } from './mail-frame.ts';

const wordsOf: Readonly<Record<'en' | 'de', AccountWords>> = {
  en: englishAccountWords,
  de: germanAccountWords,
};

/**
 * Mails about an account, in its language of those that we speak.
 *
 * @param shop the public origin
 */
export const createAccountMails = (shop: string): ((matter: MailMatter, locale: string) => MailText) => {
  const actionOf = (
    matter: MailMatter,
    words: AccountWords,
    language: 'en' | 'de',
  ): Letter['action'] | undefined => {
    // The pages that links lead to are in the language of the mail.
    const page = (path: string, query: Record<string, string> = {}): string => {
      const asked = new URLSearchParams({ ...query, ...(language !== 'en' && { again: `/${language}` }) });
      return `${shop}/identity/${path}${asked.size > 0 ? `?${asked.toString()}` : ''}`;
    };
    switch (matter.says) {
      case 'confirm':
        return { label: words.confirm, url: page('confirm', { token: matter.token }) };
      case 'change-email':
        return { label: words.useAddress, url: page('confirm', { token: matter.token }) };
      case 'reset':
        return { label: words.setPassword, url: page('reset/new', { token: matter.token }) };
      case 'second-factor-on':
      case 'email-changed':
        return undefined;
      default:
        return { label: words.setPassword, url: page('reset') };
    }
  };

  return (matter, locale) => {
    const language = /^de\b/i.test(locale) ? 'de' : 'en';
    const words = wordsOf[language];
    const action = actionOf(matter, words, language);
    return mailOf({
      ...words.says[matter.says]('email' in matter ? matter.email : ''),
      ...{ language, orOpen: words.orOpen, farewell: words.farewell },
      ...(action && { action }),
    });
  };
};
