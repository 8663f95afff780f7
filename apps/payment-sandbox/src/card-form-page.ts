import escapeHtml from 'escape-html';
import { formWords } from './form-words.ts';
import { createPage } from './page-of.ts';
import type { PageLanguage } from './schemas.ts';

export interface CardFormTheme {
  readonly origin: string;
  readonly controlHeight: number;
  readonly language: PageLanguage;
}

/** Renders the card form for one embedding origin. */
export const createCardFormPage = () => {
  const page = createPage('card-form');
  return (theme: CardFormTheme, nonce: string): string =>
    page({
      ...formWords[theme.language],
      language: theme.language,
      words: escapeHtml(JSON.stringify(formWords[theme.language])),
      nonce,
      origin: theme.origin,
      controlHeight: String(theme.controlHeight),
    });
};
