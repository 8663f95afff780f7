import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { MailNotTaken, type OutgoingMail } from '../domain/mail.ts';

/** Together well below the queue's lease. */
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };

/** What nodemailer puts on its errors. */
const smtpFault = z.object({
  code: z.string().default('unknown fault'),
  command: z.string().default('no command'),
  responseCode: z.int().optional(),
});

const notTaken = (error: unknown): MailNotTaken => {
  const { code, command, responseCode } = smtpFault.catch(smtpFault.parse({})).parse(error);
  // RFC 5321: a reply of the 5xx class means that the same mail will never be taken. A refused log-in is our own
  // fault, and may be mended while the mail waits.
  const refused = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
  return new MailNotTaken(`${code} at ${command}, reply ${responseCode ?? 'none'}`, { refused });
};

export interface SmtpPost {
  deliver(mail: OutgoingMail): Promise<void>;
}

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
    deliver: async ({ recipient, subject, text, html, messageId, oneClick, replyTo }) => {
      try {
        await transport.sendMail({
          from,
          to: recipient,
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
