import type { MailLanguage } from './language.ts';

interface Courtesies {
  readonly hello: (firstName: string | undefined) => string;
  readonly farewell: readonly string[];
}

/** How mails begin and end. */
export const courtesies: Readonly<Record<MailLanguage, Courtesies>> = {
  en: {
    hello: (firstName) => (firstName ? `Dear ${firstName},` : 'Hello,'),
    farewell: ['Fair winds,', 'the crew at Quayside'],
  },
  de: {
    hello: (firstName) => (firstName ? `Guten Tag ${firstName},` : 'Guten Tag,'),
    farewell: ['Guten Wind,', 'die Crew von Quayside'],
  },
};
