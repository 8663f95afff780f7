'use client';

import type { AccountLanguage } from '@quayside/contracts';
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { button } from '../../ui/button.ts';
import { keepLanguage } from './keep-language.ts';

const languages = [
  ['en', 'English'],
  ['de', 'Deutsch'],
] as const;

/** In which language mails come, whatever the language of the page. */
export const MailLanguage = ({ language: first }: { language: AccountLanguage }) => {
  const t = useTranslations('account.language');
  const [{ language, outcome }, keep, isSending] = useActionState(keepLanguage, { language: first });
  return (
    <form action={keep} className="max-w-prose">
      <fieldset>
        <legend className="mb-1">{t('which')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {languages.map(([value, name]) => (
            <label key={value} lang={value} className="flex min-h-11 items-center gap-3">
              <input
                type="radio"
                name="language"
                value={value}
                defaultChecked={value === language}
                className="h-[1.1rem] w-[1.1rem] accent-ink"
              />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="text-sm text-ink-soft">{t('pages')}</p>
      <button disabled={isSending} className={button('quiet', 'mt-4')}>
        {t('save')}
      </button>
      <p role="status" className="min-h-6 pt-2 text-sm">
        {outcome && t(outcome)}
      </p>
    </form>
  );
};
