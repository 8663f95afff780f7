import { readFileSync } from 'node:fs';
import { createDueWorkLoop } from '@quayside/due-work';
import { createSmtpPost } from '@quayside/mail/smtp';
import type { Logger, SecurityLog } from '@quayside/runtime';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createAccountMails } from '../clients/account-mails.ts';
import { createOutsideProvider, type OutsideProviderSettings } from '../clients/outside-providers.ts';
import { mailKinds, mailRetryAfterMs } from '../domain/account-mail.ts';
import { shopWords } from '../domain/shop-words.ts';
import type { createAttemptStore } from '../store/attempt-store.ts';
import type { CredentialStore } from '../store/credential-store.ts';
import { createLinkSeals } from '../store/link-seals.ts';
import { createLinkStore } from '../store/link-store.ts';
import { createOutsideStore } from '../store/outside-store.ts';
import { createPasskeyStore } from '../store/passkey-store.ts';
import { createSecondFactorStore } from '../store/second-factor-store.ts';
import { createSecretSeals } from '../store/secret-seals.ts';
import { createMailStore } from '../store/mail-queue.ts';
import type { PasswordHasher } from '../store/password-hasher.ts';
import type { UserStore } from '../store/user-store.ts';
import { isCommonPassword } from '../usecases/common-passwords.ts';
import { createProvePassword } from '../usecases/prove-password.ts';
import { createProtectAccount } from '../usecases/protect-account.ts';
import { createOutsideSignIn } from '../usecases/outside-sign-in.ts';
import { createPasskeys } from '../usecases/passkeys.ts';
import { createSecondFactor } from '../usecases/second-factor.ts';
import { createRecoverAccount } from '../usecases/recover-account.ts';
import { createSendAccountMail, type DueMail } from '../usecases/send-account-mail.ts';
import { appendUserEvent } from './users.ts';

const mailsAtOnce = 4;
const mailLeaseMs = 120_000;
/** A row that another process queued is seen by then; one of this process at once. */
const mailPollMs = 2_000;

interface OutsideSettings extends Omit<OutsideProviderSettings, 'clientSecret'> {
  readonly clientSecret?: string | undefined;
  readonly clientSecretFile?: string | undefined;
}

const secretOf = ({ clientSecret, clientSecretFile }: OutsideSettings): string =>
  clientSecret ?? readFileSync(clientSecretFile ?? '', 'utf8').trim();

interface Parts {
  readonly config: {
    readonly PUBLIC_ORIGIN: string;
    readonly ACCOUNT_KEYS: string;
    readonly SMTP_URL: string;
    readonly MAIL_FROM: string;
    readonly OUTSIDE_PROVIDERS: readonly OutsideSettings[];
  };
  readonly pool: Pool;
  readonly users: UserStore;
  readonly credentials: CredentialStore;
  readonly passwords: PasswordHasher;
  readonly attempts: ReturnType<typeof createAttemptStore>;
  readonly now: () => Date;
  readonly logger: Logger;
  readonly security: SecurityLog;
}

/** The log names the mail, never whom it goes to. */
const about = ({ id, kind, attempt }: DueMail) => ({ mailId: id, kind, attempt });

/** What an account's life needs beside signing in: mails with links, and what the links do. */
export const createAccounts = (parts: Parts) => {
  const { config, pool, users, credentials, passwords, attempts, now, logger, security } = parts;
  const accountKeys = config.ACCOUNT_KEYS.split(',');
  const guessable = { isCommon: isCommonPassword, shopWords: shopWords(config.PUBLIC_ORIGIN) };
  const links = { ...createLinkStore(pool), ...createLinkSeals(accountKeys) };
  const factors = createSecondFactorStore({
    pool,
    seals: createSecretSeals(accountKeys, 'second factor'),
    now,
  });
  const mails = createMailStore({ pool, now });
  const post = createSmtpPost({ url: config.SMTP_URL, from: config.MAIL_FROM });
  const provePassword = createProvePassword({
    credentialsOfUser: credentials.credentialsOfUser,
    verifyPassword: passwords.verify,
    attempts,
    now,
  });
  const queueMail: typeof mails.add = async (mail) => {
    await mails.add(mail);
    mails.queue.scheduled(now());
  };
  const recover = createRecoverAccount({
    ...{ links, credentials, queueMail, provePassword, attempts, now, guessable },
    hashPassword: passwords.hash,
  });
  const sendMail = createSendAccountMail({
    ...{ mails, users, links, attempts, now },
    write: createAccountMails(config.PUBLIC_ORIGIN.replace(/\/$/, '')),
    onLinkMade: (userId, purpose) =>
      security.note('authn_token_created', { onUserId: userId, reason: `${purpose}-link` }),
    deliver: ({ to, ...mail }) => post.deliver({ ...mail, to: { name: '', address: to } }),
    onSent: (mail) => logger.info(about(mail), 'mail sent'),
    onLeftOut: (mail, why) => logger.info({ ...about(mail), why }, 'mail left out'),
    onGivenUp: (mail, cause) => logger.error({ ...about(mail), err: cause }, 'mail given up'),
  });
  const mailLoop = createDueWorkLoop({
    name: 'the sending of mails',
    queue: mails.queue,
    lanes: [{ kinds: mailKinds, concurrency: mailsAtOnce, run: sendMail }],
    leaseMs: mailLeaseMs,
    pollMs: mailPollMs,
    now,
    retryAfterMs: (attempt) => mailRetryAfterMs(attempt, Math.random()),
    onFailure: (mail, cause, at) =>
      logger.warn({ ...about(mail), at, err: cause }, 'mail not taken, it is tried again'),
    logger,
  });
  const mailQueued = () => mails.queue.scheduled(now());
  const secondFactor = createSecondFactor({ factors, provePassword, attempts, now });
  const passkeys = createPasskeys({
    ...{ store: createPasskeyStore({ pool, now }), provePassword, keys: accountKeys, now },
    publicOrigin: config.PUBLIC_ORIGIN,
  });
  const protect = createProtectAccount({
    ...{ queueMail, provePassword, attempts, now, guessable },
    changePassword: credentials.changePassword,
    hashPassword: passwords.hash,
  });
  const outside = createOutsideSignIn({
    providers: config.OUTSIDE_PROVIDERS.map((settings) =>
      createOutsideProvider(
        { ...settings, clientSecret: secretOf(settings) },
        `${config.PUBLIC_ORIGIN.replace(/\/$/, '')}/identity/outside/${settings.id}/callback`,
        now,
      ),
    ),
    store: createOutsideStore({ pool, appendEvent: appendUserEvent, now }),
    confirmedByEmail: users.confirmedByEmail,
    hashPassword: passwords.hash,
    ...{ mailQueued, provePassword, attempts, now, newId: uuidv7 },
  });
  return {
    guessable,
    outside,
    recover,
    protect,
    secondFactor,
    passkeys,
    factors,
    accountKeys,
    mailLoop,
    mailQueued,
    mailQueue: mails.queue,
  };
};
