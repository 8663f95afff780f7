import { createHmac } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { AccountDisabled, PasskeyNotFound, PasskeyRefused } from '../domain/errors.ts';
import type { ProvePassword } from './prove-password.ts';

export interface StoredPasskey {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  /** It is in a keychain that several devices share. */
  readonly isSynced: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface PasskeyStore {
  list(userId: string): Promise<readonly StoredPasskey[]>;
  find(id: string): Promise<(StoredPasskey & { readonly isDisabled: boolean }) | undefined>;
  /** @throws {PasskeyKnown | TooManyPasskeys} */
  add(passkey: Omit<StoredPasskey, 'createdAt' | 'lastUsedAt'>): Promise<void>;
  rename(userId: string, id: string, name: string): Promise<boolean>;
  remove(userId: string, id: string): Promise<boolean>;
  /** False where it was used at the same time. */
  used(id: string, change: { from: number; to: number; isSynced: boolean }): Promise<boolean>;
}

interface Ports {
  readonly store: PasskeyStore;
  readonly provePassword: ProvePassword;
  /** Keys that only we have, the newest first. */
  readonly keys: readonly string[];
  readonly publicOrigin: string;
  readonly now: () => Date;
}

const minutes = 10;
const transportsOf = (transports: readonly string[]) => [...transports] as AuthenticatorTransport[];

/**
 * Passkeys (WebAuthn level 3): a key of the account on a device, which opens it with a finger, a face or a PIN. Challenges are
 * made of what they are for by a key of ours, so that nothing is kept for those who never come back: that of a sign-in is good
 * for this one alone, which ends with it.
 */
export const createPasskeys = ({ store, provePassword, keys, publicOrigin, now }: Ports) => {
  const { hostname: rpID, origin } = new URL(publicOrigin);
  const challengesOf = (...purpose: string[]): string[] =>
    keys.map((key) =>
      createHmac('sha256', key)
        .update(['passkey', ...purpose].join('\0'))
        .digest('base64url'),
    );
  const bytesOf = (challenge = ''): Uint8Array<ArrayBuffer> =>
    new Uint8Array(Buffer.from(challenge, 'base64url'));
  const inCharge = (challenges: readonly string[]) => (challenge: string) => challenges.includes(challenge);
  const expected = { expectedOrigin: origin, expectedRPID: rpID };

  /** @throws {PasskeyRefused | AccountDisabled} */
  const verify = async (
    response: AuthenticationResponseJSON,
    challenges: readonly string[],
    { needsUser, owner }: { needsUser: boolean; owner?: string },
  ): Promise<{ userId: string; isVerified: boolean }> => {
    const passkey = await store.find(String(response.id));
    if (!passkey || (owner !== undefined && passkey.userId !== owner)) throw new PasskeyRefused(owner);
    const { id, userId, counter, publicKey, transports } = passkey;
    const credential = {
      ...{ id, counter, transports: transportsOf(transports) },
      publicKey: new Uint8Array(publicKey),
    };
    const { verified, authenticationInfo: info } = await verifyAuthenticationResponse({
      ...expected,
      ...{
        response,
        credential,
        requireUserVerification: needsUser,
        expectedChallenge: inCharge(challenges),
      },
    }).catch(() => {
      throw new PasskeyRefused(userId);
    });
    const change = { from: counter, to: info.newCounter, isSynced: info.credentialBackedUp };
    if (!verified || !(await store.used(id, change))) throw new PasskeyRefused(userId);
    if (passkey.isDisabled) throw new AccountDisabled(userId);
    return { userId, isVerified: info.userVerified };
  };

  return {
    list: store.list,

    /** Rejects with what a password is refused by. */
    begin: async (userId: string, password: string) => {
      const { email, name } = await provePassword(userId, password);
      const until = now().getTime() + minutes * 60_000;
      const known = await store.list(userId);
      const options = await generateRegistrationOptions({
        ...{ rpName: 'Quayside', rpID, userName: email, userDisplayName: name },
        userID: new Uint8Array(Buffer.from(userId)),
        challenge: bytesOf(challengesOf('add', userId, String(until))[0]),
        excludeCredentials: known.map(({ id, transports }) => ({ id, transports: transportsOf(transports) })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { until, options };
    },

    /** Rejects with PasskeyRefused, PasskeyKnown and TooManyPasskeys. */
    add: async (
      userId: string,
      { until, name, response }: { until: number; name: string; response: RegistrationResponseJSON },
    ): Promise<void> => {
      if (until < now().getTime()) throw new PasskeyRefused(userId);
      const { verified, registrationInfo: info } = await verifyRegistrationResponse({
        ...{ ...expected, response, requireUserVerification: true },
        expectedChallenge: inCharge(challengesOf('add', userId, String(until))),
      }).catch(() => {
        throw new PasskeyRefused(userId);
      });
      if (!verified || !info) throw new PasskeyRefused(userId);
      const { id, publicKey, counter, transports = [] } = info.credential;
      await store.add({
        id,
        userId,
        name,
        publicKey,
        counter,
        transports,
        isSynced: info.credentialBackedUp,
      });
    },

    rename: async (userId: string, id: string, name: string): Promise<void> => {
      if (!(await store.rename(userId, id, name))) throw new PasskeyNotFound();
    },

    remove: async (userId: string, id: string, password: string): Promise<void> => {
      await provePassword(userId, password);
      if (!(await store.remove(userId, id))) throw new PasskeyNotFound();
    },

    /** For a sign-in under way: any passkey of this shop, or, after a password, one of its account. */
    ask: async (signIn: string, owner?: string): Promise<{ options: object; any: boolean }> => {
      const own = owner === undefined ? [] : await store.list(owner);
      const options = await generateAuthenticationOptions({
        ...{ rpID, userVerification: owner === undefined ? 'required' : 'preferred' },
        challenge: bytesOf(challengesOf('sign-in', signIn)[0]),
        allowCredentials: own.map(({ id, transports }) => ({ id, transports: transportsOf(transports) })),
      });
      return { options, any: owner === undefined || own.length > 0 };
    },

    /** In place of a password and a code: it is had, and whoever has it was recognised. Resolves to the user's id. */
    signIn: async (signIn: string, response: AuthenticationResponseJSON): Promise<string> =>
      (await verify(response, challengesOf('sign-in', signIn), { needsUser: true })).userId,

    /** Beside a password. */
    prove: async (signIn: string, owner: string, response: AuthenticationResponseJSON): Promise<void> => {
      await verify(response, challengesOf('sign-in', signIn), { needsUser: false, owner });
    },
  };
};
export type Passkeys = ReturnType<typeof createPasskeys>;
