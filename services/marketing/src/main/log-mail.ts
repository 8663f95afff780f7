import type { Logger } from '@quayside/runtime';
import type { GivenUpBecause } from '../domain/mail-retry.ts';
import type { DueMail } from '../usecases/send-mail.ts';
import type { DuePushWork } from '../usecases/send-push.ts';

const about = ({ id, kind, attempt }: DueMail) => ({ mailId: id, kind, attempt });

/** The log names the mail, never whom it goes to. */
export const createMailLog = (logger: Logger) => ({
  sent: (mail: DueMail): void => logger.info(about(mail), 'mail sent'),
  postponed: (mail: DueMail, cause: unknown, at: Date): void =>
    logger.warn({ ...about(mail), at, err: cause }, 'mail not taken, it is tried again'),
  givenUp: (mail: DueMail, reason: GivenUpBecause, cause: unknown): void =>
    logger.error({ ...about(mail), reason, err: cause }, 'mail given up'),
});

/** The log names the message, never the browser. */
export const createPushLog = (logger: Logger) => ({
  postponed: ({ id, kind, attempt }: DuePushWork, cause: unknown, at: Date): void =>
    logger.warn(
      { pushId: id, kind, attempt, at, err: cause },
      'message to a browser waits, it is tried again',
    ),
  notSent: ({ id, attempt }: DuePushWork, reason: string, cause?: unknown): void =>
    logger.warn({ pushId: id, attempt, reason, err: cause }, 'message to a browser given up'),
});
