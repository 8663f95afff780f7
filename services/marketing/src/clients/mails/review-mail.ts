import { nameIn, oneClickPath, shopPage, slugIn, type KnownOrder } from '@quayside/contracts';
import type { MailText, Recipient } from '../../domain/mail.ts';
import type { Slugs } from '../../usecases/mail-choices.ts';
import { courtesies } from './courtesies.ts';
import { languageOf, type MailLanguage } from './language.ts';
import { mailOf } from './mail-of.ts';
import { firstNameOf } from './welcome-mail.ts';

interface ReviewWords {
  readonly subject: string;
  readonly words: string;
  readonly list: string;
  readonly review: string;
  readonly why: (number: string) => string;
  readonly end: string;
}

const words: Record<MailLanguage, ReviewWords> = {
  en: {
    subject: 'What is it like?',
    words:
      'You have had your things for some days. Others would like to know how they are, what is good about them and what is not.',
    list: 'What you bought',
    review: 'Write a review',
    why: (number) => `You get this mail once, about your order ${number}.`,
    end: 'Do not ask me for reviews',
  },
  de: {
    subject: 'Wie gefällt es Ihnen?',
    words:
      'Ihre Sachen sind nun seit einigen Tagen bei Ihnen. Andere wüssten gern, wie sie sind, was gut daran ist und was nicht.',
    list: 'Das haben Sie gekauft',
    review: 'Bewertung schreiben',
    why: (number) => `Sie erhalten diese Nachricht einmal, zu Ihrer Bestellung ${number}.`,
    end: 'Bitten Sie mich nicht um Bewertungen',
  },
};

/** Asks a buyer what the things of an order are like; undefined where none of them has a page any more. */
export const reviewMail = (
  order: KnownOrder,
  recipient: Recipient,
  { slugs, end }: { slugs: ReadonlyMap<number, Slugs>; end: string },
  shop: string,
): MailText | undefined => {
  const language = languageOf(recipient.locale);
  const said = words[language];
  const { hello, farewell } = courtesies[language];
  const links = order.items.flatMap((item) => {
    const page = slugs.get(item.itemId);
    return page
      ? [
          {
            title: nameIn(item, language),
            text: said.review,
            href: shop + shopPage(language, 'product', `/${slugIn(page, language)}#reviews`),
          },
        ]
      : [];
  });
  if (links.length === 0) return undefined;
  const page = {
    ...{ language, shop, subject: said.subject, preview: said.words, title: said.subject },
    blocks: [
      { type: 'words', text: hello(firstNameOf(recipient.name)) } as const,
      { type: 'words', text: said.words } as const,
      { type: 'links', title: said.list, links } as const,
    ],
    farewell,
    why: said.why(order.number),
    end: {
      label: said.end,
      href: shop + shopPage(language, 'mails', `/end#${end}`),
      oneClick: shop + oneClickPath({ language, kind: 'review-requests' }, end),
    },
  };
  return mailOf(page);
};
