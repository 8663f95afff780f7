import type { ContactTopic } from '@quayside/contracts';
import type { MailText } from '../../domain/mail.ts';
import type { ContactMessage } from '../../domain/contact-message.ts';
import { mailOf } from './mail-of.ts';

const topics: Readonly<Record<ContactTopic, string>> = {
  order: 'Question about an order',
  product: 'Question about a product',
  other: 'Message',
};

/** What somebody wrote, to the shop itself and so in its own language; an answer goes to whoever wrote. */
export const contactMail = (
  message: ContactMessage & { readonly accountId: string | undefined },
  shop: string,
): MailText => {
  const { topic, orderNumber, name, email, text, locale, accountId } = message;
  const title = `${topics[topic]}${orderNumber ? ` ${orderNumber}` : ''}`;
  const facts = [
    `${name}, ${email}`,
    `reads ${locale}`,
    ...(accountId
      ? ['signed in as the account below']
      : ['not signed in: the name and the address are unproven']),
  ];
  const customer = accountId && { label: 'Their account', href: `${shop}/admin/customers/${accountId}` };
  return {
    ...mailOf({
      ...{ language: 'en', shop, subject: `${title} from ${name}`, title },
      preview: text.replaceAll(/\s+/g, ' ').slice(0, 120),
      blocks: [
        { type: 'facts', title: 'They write', lines: text.split('\n') },
        { type: 'facts', title: 'Who', lines: facts, ...(customer && { link: customer }) },
      ],
      farewell: [],
      why: 'Somebody wrote this on the contact page of the shop. Answer this mail to answer them; the shop keeps no copy.',
    }),
    replyTo: { name, address: email },
  };
};
