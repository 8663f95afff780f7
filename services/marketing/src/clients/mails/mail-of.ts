import type { MailText } from '../../domain/mail.ts';
import { mailHtml } from './mail-html.ts';
import type { MailPage } from './mail-page.ts';
import { mailText } from './mail-text.ts';

/** The mail that a page makes, as HTML and as text. */
export const mailOf = (page: MailPage): MailText => ({
  subject: page.subject,
  text: mailText(page),
  html: mailHtml(page),
  ...(page.end && { oneClick: page.end.oneClick }),
});
