import { eventually } from './control.ts';
import { createMailCatcher } from './mail-catcher.ts';
import type { ShopClient } from './shop-client.ts';
import type { Stack } from './stack.ts';

/** What the stack's mail catcher caught for an address. */
export const createMailbox = ({ mailUrl, origin }: Pick<Stack, 'mailUrl' | 'origin'>, address: string) => {
  const catcher = createMailCatcher({ mailUrl });
  const mails = async () =>
    (await catcher.mails()).filter(({ to }) => to.some((recipient) => recipient.address === address));
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
