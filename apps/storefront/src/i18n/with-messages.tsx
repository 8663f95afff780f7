import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from './messages/en.ts';

type Part = keyof Messages;

/** What a page of the shop says in the browser wherever it is, and each page without the shop's frame. */
const everywhere: readonly Part[] = ['frame', 'papers', 'price', 'quantity'];

/** Gives the browser the messages of some parts, and of no others: they travel with the page. */
export const WithMessages = async ({ of, children }: { of: readonly Part[]; children: ReactNode }) => {
  const messages = await getMessages();
  const parts = [...everywhere, ...of].map((part) => [part, messages[part]]);
  return <NextIntlClientProvider messages={Object.fromEntries(parts)}>{children}</NextIntlClientProvider>;
};
