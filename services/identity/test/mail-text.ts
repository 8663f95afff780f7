import type { ReceivedMail } from '@quayside/testkit';

/** What a mail says as text, with its transfer encoding undone. */
export const textOf = ({ raw }: ReceivedMail): string => {
  const bytes = raw.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => `%${hex}`);
  return decodeURIComponent(bytes.replaceAll(/%(?![0-9A-F]{2})/g, '%25'));
};

/** The path and query of the page of ours that a mail leads to. */
export const linkIn = (mail: ReceivedMail): string => {
  const link = /http:\/\/shop\.test(\/identity\/[^\s"<]+token=[^\s"<]+)/.exec(textOf(mail))?.[1];
  if (!link) throw new Error('no link in the mail');
  return link;
};
