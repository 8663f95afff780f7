import type { Logger } from '@quayside/runtime';
import type { GivenUpBecause } from '../domain/mail-retry.ts';
import type { DueMail } from '../usecases/send-mail.ts';

const about = ({ id, kind, attempt }: DueMail) => ({ mailId: id, kind, attempt });

/** The log names the mail, never whom it goes to. */
export const createMailLog = (logger: Logger) => ({
  sent: (mail: DueMail): void => logger.info(about(mail), 'mail sent'),
  postponed: (mail: DueMail, cause: unknown, at: Date): void =>
    logger.warn({ ...about(mail), at, err: cause }, 'mail not taken, it is tried again'),
  givenUp: (mail: DueMail, reason: GivenUpBecause, cause: unknown): void =>
    logger.error({ ...about(mail), reason, err: cause }, 'mail given up'),
});
