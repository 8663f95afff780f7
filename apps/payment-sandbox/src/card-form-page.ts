import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '@quayside/runtime';
import escapeHtml from 'escape-html';
import { formWords, type FormLanguage } from './form-words.ts';

const asset = (name: string): string =>
  readFileSync(join(packageRoot(import.meta.dirname), 'assets', name), 'utf8');

export interface CardFormTheme {
  readonly origin: string;
  readonly controlHeight: number;
  readonly language: FormLanguage;
}

/**
 * Renders the card form for one embedding origin. Style and script are inline and carry the nonce of the
 * content security policy, so nothing else on the page may run.
 */
export const createCardFormPage = () => {
  const template = asset('card-form.html');
  const parts: Record<string, string> = { style: asset('card-form.css'), script: asset('card-form.js') };
  return (theme: CardFormTheme, nonce: string): string => {
    const values: Record<string, string> = {
      ...parts,
      ...formWords[theme.language],
      language: theme.language,
      words: escapeHtml(JSON.stringify(formWords[theme.language])),
      nonce,
      origin: theme.origin,
      controlHeight: String(theme.controlHeight),
    };
    return template.replaceAll(/(?:\/\* )?\{\{(\w+)\}\}(?: \*\/)?/g, (_, name: string) => values[name] ?? '');
  };
};
