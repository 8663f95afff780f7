import { nameIn, shopPage, slugIn } from '@quayside/contracts';
import type { MailText, Recipient } from '../../domain/mail.ts';
import type { AskedAbout } from '../../usecases/write-mail.ts';
import { courtesies } from './courtesies.ts';
import { languageOf, type MailLanguage } from './language.ts';
import { mailOf } from './mail-of.ts';
import { firstNameOf } from './welcome-mail.ts';

interface QuestionWords {
  readonly subject: (item: string) => string;
  readonly title: string;
  readonly words: string;
  readonly button: string;
  readonly why: string;
}

const words: Record<MailLanguage, QuestionWords> = {
  en: {
    subject: (item) => `Your question about “${item}” is answered`,
    title: 'Your question is answered',
    words:
      'You asked us something, and there is an answer now. It stands below your question, where others read it too.',
    button: 'Read it',
    why: 'You get this mail because you asked. There is no other about this question.',
  },
  de: {
    subject: (item) => `Antwort auf Ihre Frage zu „${item}“`,
    title: 'Ihre Frage ist beantwortet',
    words:
      'Sie haben etwas gefragt, und nun gibt es eine Antwort. Sie steht unter Ihrer Frage, wo auch andere sie lesen.',
    button: 'Antwort lesen',
    why: 'Sie erhalten diese Nachricht, weil Sie gefragt haben. Zu dieser Frage kommt keine weitere.',
  },
};

/** Says that a question has an answer. What was asked and answered stands in the shop alone. */
export const questionMail = (item: AskedAbout, recipient: Recipient, shop: string): MailText => {
  const language = languageOf(recipient.locale);
  const said = words[language];
  const { hello, farewell } = courtesies[language];
  const name = nameIn(item, language);
  return mailOf({
    ...{ language, shop, subject: said.subject(name), preview: said.words, title: said.title },
    blocks: [
      { type: 'words', text: hello(firstNameOf(recipient.name)) },
      { type: 'words', text: said.words },
      { type: 'goods', rows: [{ name, pictureUrl: new URL(item.pictureUrl, `${shop}/`).href }] },
      {
        type: 'button',
        label: said.button,
        href: shop + shopPage(language, 'product', `/${slugIn(item, language)}#questions`),
      },
    ],
    farewell,
    why: said.why,
  });
};
