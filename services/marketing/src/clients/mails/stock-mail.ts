import { nameIn, oneClickPath, shopPage, slugIn } from '@quayside/contracts';
import type { MailText, Recipient, StockMailKind } from '../../domain/mail.ts';
import type { WaitedFor } from '../../domain/stock-request.ts';
import { courtesies } from './courtesies.ts';
import { languageOf, type MailLanguage } from './language.ts';
import { mailOf } from './mail-of.ts';
import { firstNameOf } from './welcome-mail.ts';

interface Said {
  readonly subject: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly button: string;
  readonly why: string;
}

interface StockWords {
  readonly of: Readonly<Record<StockMailKind, (item: string) => Said>>;
  readonly end: string;
}

const words: Record<MailLanguage, StockWords> = {
  en: {
    of: {
      'stock-confirm': (item) => ({
        subject: 'Shall we tell you when it is back?',
        title: 'Shall we tell you when it is back?',
        words: [
          `Somebody asked us to write to this address when “${item}” can be had again. If that was you, say so within two days:`,
        ],
        button: 'Yes, tell me',
        why: 'If it was not you, do nothing: we write no more about it, and forget the address.',
      }),
      'back-in-stock': (item) => ({
        subject: `Back on the shelf: ${item}`,
        title: 'It is back',
        words: [
          'What you waited for can be had again. We set nothing aside for anybody, so it may be gone before long.',
        ],
        button: 'Have a look',
        why: 'You get this mail because you asked for it. There is no other about this item.',
      }),
    },
    end: 'Do not write to me about sold-out goods',
  },
  de: {
    of: {
      'stock-confirm': (item) => ({
        subject: 'Sollen wir Bescheid geben, wenn es wieder da ist?',
        title: 'Sollen wir Bescheid geben?',
        words: [
          `Jemand hat uns gebeten, an diese Adresse zu schreiben, sobald „${item}“ wieder zu haben ist. Waren Sie das, bestätigen Sie es innerhalb von zwei Tagen:`,
        ],
        button: 'Ja, bitte Bescheid geben',
        why: 'Waren Sie es nicht, tun Sie nichts: Wir schreiben dazu nicht mehr und vergessen die Adresse.',
      }),
      'back-in-stock': (item) => ({
        subject: `Wieder im Regal: ${item}`,
        title: 'Es ist wieder da',
        words: [
          'Worauf Sie gewartet haben, ist wieder zu haben. Zurückgelegt ist für niemanden etwas, es kann also bald wieder vergriffen sein.',
        ],
        button: 'Ansehen',
        why: 'Sie erhalten diese Nachricht, weil Sie darum gebeten haben. Zu diesem Artikel kommt keine weitere.',
      }),
    },
    end: 'Schreiben Sie mir nicht mehr über vergriffene Artikel',
  },
};

/** A mail about an item that somebody waits for, in their language. */
export const stockMail = (
  kind: StockMailKind,
  { item, links }: WaitedFor,
  recipient: Recipient,
  shop: string,
): MailText => {
  const language = languageOf(recipient.locale);
  const name = nameIn(item, language);
  const said = words[language].of[kind](name);
  const { hello, farewell } = courtesies[language];
  const linkTo = (step: string, link: string) =>
    `${shop}${shopPage(language, 'backInStock', `/${step}#${link}`)}`;
  const page = {
    ...{ language, shop, subject: said.subject, preview: said.words[0] ?? '', title: said.title },
    blocks: [
      { type: 'words', text: hello(firstNameOf(recipient.name)) } as const,
      ...said.words.map((text) => ({ type: 'words', text }) as const),
      {
        type: 'goods',
        rows: [{ name, pictureUrl: new URL(item.pictureUrl, `${shop}/`).href }],
      } as const,
      {
        type: 'button',
        label: said.button,
        href:
          kind === 'stock-confirm'
            ? linkTo('confirm', links.confirm)
            : `${shop}${shopPage(language, 'product', `/${slugIn(item, language)}`)}`,
      } as const,
    ],
    farewell,
    why: said.why,
    end: {
      label: words[language].end,
      href: linkTo('end', links.end),
      oneClick: shop + oneClickPath({ language, kind: 'back-in-stock' }, links.end),
    },
  };
  return mailOf(page);
};
