'use server';

import { contactLimits, contactTopic } from '@quayside/contracts';
import { getLocale } from 'next-intl/server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { sendContactMessage } from '../../api/server/contact.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { ContactState } from './contact-state.ts';

const textIn = (data: FormData, name: string, max: number): string => {
  const value = data.get(name);
  // Browsers count a line's end as one character and send two.
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').slice(0, max) : '';
};

/**
 * Sends what is in the form. Without scripts the answer is the page anew, or the way to the next; with them the form moves
 * on by itself, so that this process asks no page of itself.
 */
export const sendContact = async (_before: ContactState, data: FormData): Promise<ContactState> => {
  const values = {
    topic: contactTopic.catch('other').parse(data.get('topic')),
    orderNumber: textIn(data, 'orderNumber', contactLimits.orderNumber),
    name: textIn(data, 'name', contactLimits.name),
    email: textIn(data, 'email', contactLimits.email),
    text: textIn(data, 'text', contactLimits.text),
  };
  const form = textIn(data, 'form', 64);
  const locale = await getLocale();
  const sent = await sendContactMessage(form, { ...values, locale }, textIn(data, 'proof', 4000));
  if (sent === 'sent' && !(await headers()).has('next-action')) redirect(pathIn(locale, '/contact/sent'));
  return typeof sent === 'string'
    ? { form, values, faults: [], outcome: sent }
    : { form, values, faults: sent, outcome: 'faults' };
};
