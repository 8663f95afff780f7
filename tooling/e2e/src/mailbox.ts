import { eventually } from './control.ts';
import type { ShopClient } from './shop-client.ts';
import type { Stack } from './stack.ts';

interface CaughtMail {
  readonly subject: string;
  readonly text: string;
  readonly to: readonly { readonly address: string }[];
}

/** What the stack's mail catcher caught for an address. */
export const createMailbox = ({ mailUrl, origin }: Pick<Stack, 'mailUrl' | 'origin'>, address: string) => {
  const mails = async (): Promise<CaughtMail[]> => {
    const answer = await fetch(`${mailUrl}/api/email`, { signal: AbortSignal.timeout(10_000) });
    const all = (await answer.json()) as CaughtMail[];
    return all.filter(({ to }) => to.some((recipient) => recipient.address === address));
  };
  return {
    subjects: async () => (await mails()).map(({ subject }) => subject),
    /** The path of the page of the shop that the mail leads to, once it is there. */
    linkOf: (subject: RegExp): Promise<string> =>
      eventually(`a mail to ${address}: ${String(subject)}`, async () => {
        const mail = (await mails()).findLast((caught) => subject.test(caught.subject));
        const link = /https?:\/\/\S+token=\S+/.exec(mail?.text ?? '')?.[0];
        return link?.replace(origin, '');
      }),
  };
};

/** Follows the link of the mail that a registration sent, in the browser that registered. */
export const confirmAddress = async (
  client: Pick<ShopClient, 'visit'>,
  stack: Pick<Stack, 'mailUrl' | 'origin'>,
  address: string,
): Promise<void> => {
  const link = await createMailbox(stack, address).linkOf(/^Confirm your address/);
  const token = new URL(link, stack.origin).searchParams.get('token') ?? '';
  const { html } = await client.visit('/identity/confirm', {
    method: 'POST',
    body: new URLSearchParams({ token, password: '' }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: stack.origin },
  });
  if (!html.includes('is confirmed')) throw new Error(`${address} could not be confirmed`);
};
