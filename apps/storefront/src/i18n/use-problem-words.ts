import type { Problem } from '@quayside/contracts';
import { useLocale, useTranslations } from 'next-intl';
import { shopLocale } from './locales.ts';

/** Those whose own words are of no use in another language; the details of some say more than their title. */
const known = [
  'code-wrong',
  'email-malformed',
  'limit-exceeded',
  'last-way-in',
  'password-refused',
  'password-not-set',
  'passkey-refused',
  'too-many-attempts',
  'unreachable',
  'wrong-password',
] as const;

/** What a service refused, in the language of the page: services write English. */
export const useProblemWords = (): ((problem: Problem) => string) => {
  const t = useTranslations('problems');
  const locale = useLocale();
  return (problem) => {
    if (locale === shopLocale) return problem.detail ?? problem.title;
    const code = known.find((one) => one === problem.code);
    return code ? t(code) : t('other');
  };
};
