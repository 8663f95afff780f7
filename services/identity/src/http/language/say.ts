import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import { shopPage } from '@quayside/contracts';
import { html, type Html } from '../pages/html.ts';
import { german } from './german.ts';

export type PageLanguage = 'en' | 'de';
export type Text = keyof typeof german;

const spoken = new AsyncLocalStorage<PageLanguage>();

/** The language of the page that is being made. */
export const pageLanguage = (): PageLanguage => spoken.getStore() ?? 'en';

/** The first of the two that the header names; weights are left aside, as browsers order them by preference. */
const preferred = (acceptLanguage: string | undefined): PageLanguage =>
  /\b(de|en)\b/i.exec(acceptLanguage ?? '')?.[1]?.toLowerCase() === 'de' ? 'de' : 'en';

const languageOf = (wayBack: string): PageLanguage => (/^\/de(\/|\?|$)/.test(wayBack) ? 'de' : 'en');

/**
 * Pages are in the language of the page of the shop that somebody comes from, which the address keeps as the way back
 * (`again`); where they come from none, in the one that their browser likes better.
 */
export const chooseLanguage = (req: Request, _res: Response, next: NextFunction): void => {
  const { again } = req.query;
  const language = typeof again === 'string' ? languageOf(again) : preferred(req.get('accept-language'));
  spoken.run(language, next);
};

/** The same where the way back is kept elsewhere than in the address. */
export const speakAsAt = <T>(wayBack: string, work: () => T): T => spoken.run(languageOf(wayBack), work);

const translated = (text: string): string =>
  pageLanguage() === 'de' ? ((german as Readonly<Record<string, string>>)[text] ?? text) : text;

const placeholder = /\{(\w+)\}/;

/** A text of the pages in their language, with what stands for its `{placeholders}`. */
export const say = (text: Text, values: Readonly<Record<string, string | number>> = {}): string =>
  translated(text).replaceAll(new RegExp(placeholder, 'g'), (whole, name: string) =>
    String(values[name] ?? whole),
  );

/** What the domain has as a reason, in English. */
export const sayReason = (reason: string): string => translated(reason);

/** The same with markup in place of the placeholders. */
export const sayHtml = (text: Text, values: Readonly<Record<string, Html>>): Html => {
  const parts = translated(text).split(placeholder);
  return html`${parts.map((part, at) => (at % 2 === 1 ? (values[part] ?? html``) : html`${part}`))}`;
};

/** The address of a page of ours that goes on in the language of this one. */
export const inThisLanguage = (path: string): string =>
  pageLanguage() === 'de' ? `${path}?again=${encodeURIComponent(homeHref())}` : path;

export const homeHref = (): string => shopPage(pageLanguage(), 'home');
export const accountHref = (): string => shopPage(pageLanguage(), 'account');
