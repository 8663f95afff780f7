import type { Logger } from '@quayside/runtime';
import type { MailReport } from '../usecases/send-due-mails.ts';

/** The log names the mail, never whom it goes to. */
export const logMail =
  (logger: Logger) =>
  (report: MailReport): void => {
    const { id, kind, attempt } = report.mail;
    const about = { mailId: id, kind, attempt };
    switch (report.outcome) {
      case 'sent':
        return logger.info(about, 'mail sent');
      case 'retry':
        return logger.warn(
          { ...about, at: report.at, err: report.cause },
          'mail not taken, it is tried again',
        );
      case 'given-up':
        return logger.error({ ...about, reason: report.reason, err: report.cause }, 'mail given up');
      default:
        return report satisfies never;
    }
  };
