import { identityApi, shopPage } from '@quayside/contracts';
import { callerFacts, noContent, ok, problemOf, ProblemError, type Api } from '@quayside/http';
import type { SecurityEvent, SecurityLog } from '@quayside/runtime';
import encodeQR from 'qr';
import type { IncomingMessage } from 'node:http';
import { PasswordChecksBusy, PasswordRefused, TooManyAttempts, WrongCredentials } from '../domain/errors.ts';
import { languageOf, type User } from '../domain/user.ts';
import type { ProtectAccount } from '../usecases/protect-account.ts';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { OutsideSignIn } from '../usecases/outside-sign-in.ts';
import type { Passkeys, StoredPasskey } from '../usecases/passkeys.ts';
import type { SecondFactor } from '../usecases/second-factor.ts';
import type { FactorProofs } from './interactions/factor-proof.ts';
import { linkPurpose } from './outside-router.ts';
import { noteRefused } from './note-refused.ts';

interface Dependencies {
  readonly accountOf: (id: string) => Promise<User | undefined>;
  readonly protect: ProtectAccount;
  readonly secondFactor: SecondFactor;
  readonly passkeys: Passkeys;
  readonly outside: Pick<OutsideSignIn, 'offered' | 'labelOf' | 'list' | 'mayLink' | 'unlink'>;
  readonly proofs: Pick<FactorProofs, 'make'>;
  readonly factorOf: {
    isOn(userId: string): Promise<boolean>;
    recoveryCodesLeft(userId: string): Promise<number>;
  };
  /** False: there is no such account. */
  readonly chooseLanguage: (userId: string, language: 'en' | 'de') => Promise<boolean>;
  readonly security: SecurityLog;
  readonly endSignIns: (userId: string) => Promise<void>;
  readonly orUnavailable: <T>(answer: Promise<T>) => Promise<T>;
}

type Code = keyof typeof identityApi.problems;
const problem = (code: Code, detail?: string) =>
  new ProblemError({ ...problemOf(code, identityApi.problems[code]), ...(detail && { detail }) });

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
const plainRefusals: readonly unknown[] = [
  'code-wrong',
  'email-malformed',
  'second-factor-on',
  'second-factor-not-begun',
  'passkey-refused',
  'passkey-known',
  'passkey-not-found',
  'too-many-passkeys',
  'password-not-set',
  'sign-in-not-found',
  'last-way-in',
  'provider-not-found',
] satisfies Code[];

const refusalOf = (error: unknown): unknown => {
  if (error instanceof WrongCredentials) return problem('wrong-password');
  if (error instanceof PasswordRefused) return problem('password-refused', error.reason);
  if (error instanceof TooManyAttempts)
    return problem('too-many-attempts', `Try again in ${error.retryAfterSeconds} seconds.`);
  if (error instanceof PasswordChecksBusy) return problem('identity-unavailable');
  const code = codeOf(error);
  return plainRefusals.includes(code) ? problem(code as Code) : error;
};

/** A QR code as the path of an SVG: one square of 1 for each dark module. */
const qrOf = (text: string): { size: number; path: string } => {
  const rows = encodeQR(text, 'raw', { border: 2, ecc: 'medium' });
  const squares = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return { size: rows.length, path: squares.join('') };
};

const viewOf = ({ id, name, isSynced, createdAt, lastUsedAt }: StoredPasskey) => ({
  ...{ id, name, isSynced, createdAt: createdAt.toISOString() },
  ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
});

/** What protects an account, for the gateway on behalf of whom it knows by their session. */
export const serveProtection = (api: Api, dependencies: Dependencies): void => {
  const { accountOf, protect, secondFactor, passkeys, outside, proofs, chooseLanguage } = dependencies;
  const { factorOf, endSignIns, security, orUnavailable } = dependencies;
  const note = (event: SecurityEvent, req: IncomingMessage, userId: string, reason: string) =>
    security.note(event, { ...callerFacts(req), userId, reason });
  const answer = <T>(work: Promise<T>): Promise<T> =>
    orUnavailable(work).catch((error: unknown) => {
      throw refusalOf(error);
    });

  api.serve(identityApi, {
    readProtection: async ({ params: { id } }) => {
      const [user, on, recoveryCodesLeft, keys, { hasPassword, links }] = await answer(
        Promise.all([
          ...([accountOf(id), factorOf.isOn(id), factorOf.recoveryCodesLeft(id)] as const),
          ...([passkeys.list(id), outside.list(id)] as const),
        ]),
      );
      if (!user) throw problem('user-not-found');
      const { email, emailConfirmed, locale } = user;
      return ok({
        ...{ email, emailConfirmed, language: languageOf(locale) },
        secondFactor: { on, recoveryCodesLeft },
        passkeys: keys.map(viewOf),
        ...{ hasPassword, outsideProviders: [...outside.offered] },
        outsideSignIns: links.map((link) => ({
          ...{
            id: link.id,
            provider: outside.labelOf(link.provider),
            linkedAt: link.createdAt.toISOString(),
          },
          ...(link.email !== null && { email: link.email }),
          ...(link.lastUsedAt && { lastUsedAt: link.lastUsedAt.toISOString() }),
        })),
      });
    },
    changePassword: async ({ params: { id }, body, req }) => {
      const refused = noteRefused(security, req, 'change-of-password', { userId: id });
      await answer(protect.changePassword(id, body.password, body.newPassword).catch(refused));
      note('authn_password_change', req, id, 'by-owner');
      return noContent();
    },
    askForEmailChange: async ({ params: { id }, body, req }) => {
      const refused = noteRefused(security, req, 'sign-in', { userId: id });
      await answer(protect.askForEmailChange(id, body.password, body.email).catch(refused));
      note('authn_token_created', req, id, 'email-change-asked');
      return noContent();
    },
    askForConfirmation: async ({ params: { id }, req }) => {
      await answer(protect.askForConfirmation(id).catch(noteRefused(security, req, 'other', { userId: id })));
      return noContent();
    },
    chooseLanguage: async ({ params: { id }, body, req }) => {
      if (!(await answer(chooseLanguage(id, body.language)))) throw problem('user-not-found');
      note('user_updated', req, id, 'language');
      return noContent();
    },
    endSignIns: async ({ params: { id }, req }) => {
      await answer(endSignIns(id));
      note('session_expired', req, id, 'ended-everywhere');
      return noContent();
    },
    beginSecondFactor: async ({ params: { id }, body, req }) => {
      const refused = noteRefused(security, req, 'sign-in', { userId: id });
      const { secret, uri } = await answer(secondFactor.begin(id, body.password).catch(refused));
      return ok({ secret, uri, qr: qrOf(uri) });
    },
    turnOnSecondFactor: async ({ params: { id }, body, req }) => {
      const refused = noteRefused(security, req, 'sign-in', { userId: id });
      const recoveryCodes = await answer(secondFactor.turnOn(id, body.code).catch(refused));
      note('user_updated', req, id, 'second-factor-on');
      return ok({ recoveryCodes: [...recoveryCodes] });
    },
    beginPasskey: async ({ params: { id }, body, req }) => {
      const refused = noteRefused(security, req, 'sign-in', { userId: id });
      const { until, options } = await answer(passkeys.begin(id, body.password).catch(refused));
      return ok({ until, options: { ...options } });
    },
    addPasskey: async ({ params: { id }, body: { until, name, response }, req }) => {
      const refused = noteRefused(security, req, 'sign-in', { userId: id });
      const made = { until, name, response: response as unknown as RegistrationResponseJSON };
      await answer(passkeys.add(id, made).catch(refused));
      note('user_updated', req, id, 'passkey-added');
      return noContent();
    },
    renamePasskey: async ({ params: { id, passkeyId }, body }) => {
      await answer(passkeys.rename(id, passkeyId, body.name));
      return noContent();
    },
    removePasskey: async ({ params: { id, passkeyId }, body, req }) => {
      const refused = noteRefused(security, req, 'sign-in', { userId: id });
      await answer(passkeys.remove(id, passkeyId, body.password).catch(refused));
      note('user_updated', req, id, 'passkey-removed');
      return noContent();
    },
    beginOutsideSignIn: async ({ params: { id }, body: { password, provider, language }, req }) => {
      const refused = noteRefused(security, req, 'sign-in', { userId: id });
      await answer(outside.mayLink(id, password, provider).catch(refused));
      const query = new URLSearchParams({
        proof: proofs.make(linkPurpose(provider), id),
        again: shopPage(language, 'account'),
      });
      return ok({ url: `/identity/outside/${provider}/link?${query.toString()}` });
    },
    removeOutsideSignIn: async ({ params: { id, linkId }, body, req }) => {
      const refused = noteRefused(security, req, 'sign-in', { userId: id });
      await answer(outside.unlink(id, body.password, linkId).catch(refused));
      note('user_updated', req, id, 'outside-unlinked');
      return noContent();
    },
    turnOffSecondFactor: async ({ params: { id }, body, req }) => {
      const refused = noteRefused(security, req, 'sign-in', { userId: id });
      await answer(secondFactor.turnOff(id, body.password).catch(refused));
      note('user_updated', req, id, 'second-factor-off');
      return noContent();
    },
  });
};
