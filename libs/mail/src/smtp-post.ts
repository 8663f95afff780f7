import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { MailNotTaken } from './mail-not-taken.ts';

/** Together well below the queue's lease. */
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };

/** What nodemailer puts on its errors. */
const smtpFault = z.object({
  code: z.string().default('unknown fault'),
  command: z.string().default('no command'),
  responseCode: z.int().optional(),
  message: z.string().default(''),
});

const notTaken = (error: unknown): MailNotTaken => {
  const { code, command, responseCode, message } = smtpFault.catch(smtpFault.parse({})).parse(error);
  // RFC 5321: a reply of the 5xx class means that the same mail will never be taken. A refused log-in is our own
  // fault, and may be mended while the mail waits.
  const refused = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  // Before the server said a word, as where its certificate does not count: nothing of the mail is in it.
  const why = command === 'CONN' && responseCode === undefined && message !== '' ? `: ${message}` : '';
  return new MailNotTaken(`${code} at ${command}, reply ${responseCode ?? 'none'}${why}`, { refused });
};

export interface Mailbox {
  /** Empty where nobody knows it. */
  readonly name: string;
  readonly address: string;
}

export interface SmtpMail {
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same at every attempt, so that a mailbox can tell a repetition. */
  readonly messageId: string;
  /** Ends mails of this kind when it is posted to (RFC 8058). */
  readonly oneClick?: string;
  /** Who is answered by an answer to it, where it is not the shop. */
  readonly replyTo?: Mailbox;
}

export interface SmtpPost {
  /** Gives a mail to the mail server; takes 25 s at most, and rejects with MailNotTaken. */
  deliver(mail: SmtpMail): Promise<void>;
}

/**
 * Sends mails by SMTP.
 *
 * @param options.url of the mail server: `smtp:`, or `smtps:` for TLS from the first byte; with a port, and with user and
 *   password where it wants them
 * @param options.from in the form of RFC 5322, such as `Quayside <shop@example.com>`
 */
export const createSmtpPost = ({ url, from }: { url: string; from: string }): SmtpPost => {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...timeouts,
  });
  return {
    deliver: async ({ to, subject, text, html, messageId, oneClick, replyTo }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: to.name, address: to.address },
          ...(replyTo && { replyTo }),
          subject,
          text,
          html,
          messageId,
          // RFC 3834: nobody's out-of-office shall answer.
          headers: {
            'auto-submitted': 'auto-generated',
            ...(oneClick && {
              'list-unsubscribe': `<${oneClick}>`,
              'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
            }),
          },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw notTaken(error);
      }
    },
  };
};
