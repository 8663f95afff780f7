import { headerOf, type ReceivedMail } from '@quayside/testkit';

/** The text part as it was written. */
export const textOf = ({ raw }: ReceivedMail): string => partOf(raw, 'text/plain');
export const htmlOf = ({ raw }: ReceivedMail): string => partOf(raw, 'text/html');

const partOf = (raw: string, type: string): string => {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const part = raw.split(`--${boundary}`).find((each) => each.includes(`Content-Type: ${type}`)) ?? '';
  const [head = '', ...body] = part.split('\r\n\r\n');
  const encoded = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(encoded, 'base64').toString();
  const bytes = encoded
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
};

/** Where a program that reads mail posts to for somebody who wants no more of it (RFC 8058). */
export const oneClickOf = (mail: ReceivedMail): URL => {
  if (headerOf(mail, 'List-Unsubscribe-Post') !== 'List-Unsubscribe=One-Click')
    throw new Error('no one-click');
  return new URL(/^\s*<(.+)>$/.exec(headerOf(mail, 'List-Unsubscribe') ?? '')?.[1] ?? '');
};
