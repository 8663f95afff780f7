import { randomBytes } from 'node:crypto';
import {
  AccountDisabled,
  OutsideJourneyUnknown,
  OutsideProviderUnknown,
  OutsideRefused,
} from '../domain/errors.ts';
import { outsideLimit } from '../domain/mail-limits.ts';
import { registerUser, type User } from '../domain/user.ts';
import { emailKey } from '@quayside/contracts/email';
import type { OutsideDeparture, OutsideIdentity, OutsideProvider, OutsideStore } from './outside-identity.ts';
import type { ProvePassword } from './prove-password.ts';
import type { RegisterUserPorts } from './register-user.ts';
import type { AttemptLimits } from './sign-in.ts';

export interface OutsideSignInPorts {
  readonly providers: readonly OutsideProvider[];
  readonly store: OutsideStore;
  readonly confirmedByEmail: (emailKey: string) => Promise<User | undefined>;
  readonly hashPassword: RegisterUserPorts['hashPassword'];
  /** A mail may have been queued. */
  readonly mailQueued: () => void;
  readonly provePassword: ProvePassword;
  readonly attempts: AttemptLimits;
  readonly newId: () => string;
  readonly now: () => Date;
}

const minutes = 60_000;
const departureMs = 30 * minutes;
const arrivalMs = 15 * minutes;

/** What becomes of somebody who comes back from another provider. */
export type Welcome =
  | { readonly is: 'known'; readonly userId: string }
  /** They may make an account, or show that they have one. */
  | { readonly is: 'new'; readonly arrival: OutsideIdentity }
  /** There is an account with the address, which the provider may say is theirs: it has to be shown that it is. */
  | { readonly is: 'to-prove'; readonly arrival: OutsideIdentity };

/** Signing in by an account at another OpenID provider. */
export const createOutsideSignIn = (ports: OutsideSignInPorts) => {
  const { providers, store, attempts, now } = ports;
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const inFuture = (ms: number) => new Date(now().getTime() + ms);

  const providerOf = (id: string): OutsideProvider => {
    const provider = byId.get(id);
    if (!provider) throw new OutsideProviderUnknown();
    return provider;
  };

  const isAccountsOf = async ({ email, isEmailTrusted }: OutsideIdentity): Promise<boolean> =>
    isEmailTrusted && email !== undefined && (await ports.confirmedByEmail(emailKey(email))) !== undefined;

  return {
    offered: providers.map(({ id, label }) => ({ id, label })),
    labelOf: (id: string): string => byId.get(id)?.label ?? id,

    /** Where the browser goes. Rejects with OutsideProviderUnknown, OutsideProviderAway and TooManyAttempts. */
    depart: async (
      id: string,
      {
        address,
        isOnceMore,
        ...from
      }: Pick<OutsideDeparture, 'browser' | 'from' | 'again'> & {
        address: string;
        isOnceMore: boolean;
      },
    ): Promise<string> => {
      const provider = providerOf(id);
      await attempts.admit([outsideLimit(address)], now());
      const { url, ...request } = await provider.begin(isOnceMore ? { maxAge: 0 } : {});
      await store.depart({ ...request, ...from, provider: id }, inFuture(departureMs));
      return url;
    },

    /** Once. Rejects with OutsideJourneyUnknown where nobody set out from that browser, or they are back already. */
    comeBack: async (id: string, state: string, browser: string): Promise<OutsideDeparture> => {
      const departure = await store.takeDeparture(state, browser, now());
      if (departure?.provider !== id) throw new OutsideJourneyUnknown();
      const { until, maxAge, ...rest } = departure;
      // Signed in there since they set out, however long that took them.
      const awaySeconds = Math.ceil((now().getTime() - until.getTime() + departureMs) / 1000);
      return { ...rest, ...(maxAge !== undefined && { maxAge: maxAge + awaySeconds }) };
    },

    /** Rejects with OutsideProviderAway and OutsideRefused. */
    identify: async (departure: OutsideDeparture, callbackUrl: URL): Promise<OutsideIdentity> =>
      providerOf(departure.provider).finish(callbackUrl, departure),

    arrive: (signIn: string, identity: OutsideIdentity): Promise<void> =>
      store.arrive(signIn, identity, inFuture(arrivalMs)),
    arrivalOf: (signIn: string): Promise<OutsideIdentity | undefined> => store.arrivalOf(signIn, now()),

    /**
     * Rejects with OutsideJourneyUnknown and AccountDisabled, and with OutsideRefused where only `mustBe` is welcome.
     */
    welcome: async (signIn: string, mustBe?: string): Promise<Welcome> => {
      const arrival = await store.arrivalOf(signIn, now());
      if (!arrival) throw new OutsideJourneyUnknown();
      const owner = await store.useLink(arrival, now());
      if (owner || mustBe !== undefined) await store.leave(signIn);
      if (mustBe !== undefined && owner?.userId !== mustBe)
        throw new OutsideRefused('it opens another account, or none');
      if (owner?.isDisabled) throw new AccountDisabled(owner.userId);
      if (owner) return { is: 'known', userId: owner.userId };
      return { is: (await isAccountsOf(arrival)) ? 'to-prove' : 'new', arrival };
    },

    /** Of somebody new. Rejects with EmailTaken, OutsideLinkTaken, and what a password is hashed by. */
    register: async (
      signIn: string,
      arrival: OutsideIdentity,
      { name, email, locale, address }: { name: string; email: string; locale: string; address: string },
    ): Promise<string> => {
      const isTrusted = arrival.isEmailTrusted && arrival.email !== undefined;
      const to = isTrusted ? (arrival.email ?? email) : email;
      const event = registerUser({
        ...{ id: ports.newId(), name, locale, email: to, emailConfirmed: isTrusted },
      });
      // Nobody knows it: a check against it takes as long as any, and fails.
      const unknown = randomBytes(32).toString('base64url');
      const hash = await ports.hashPassword(unknown, { from: address, account: emailKey(to) });
      await store.register(event, hash, arrival);
      await store.leave(signIn);
      ports.mailQueued();
      return event.user.id;
    },

    /** Rejects with OutsideLinkTaken and TooManyOutsideLinks. */
    link: async (userId: string, identity: OutsideIdentity): Promise<void> => {
      await store.link(userId, identity);
      ports.mailQueued();
    },
    leave: store.leave,

    list: store.list,
    /** Rejects with OutsideProviderUnknown, and with what a password is refused by. */
    mayLink: async (userId: string, password: string, provider: string): Promise<void> => {
      providerOf(provider);
      await ports.provePassword(userId, password);
    },
    /** Rejects with OutsideLinkNotFound, LastWayIn, and with what a password is refused by. */
    unlink: async (userId: string, password: string, id: string): Promise<void> => {
      await ports.provePassword(userId, password);
      await store.unlink(userId, id);
      ports.mailQueued();
    },
  };
};
export type OutsideSignIn = ReturnType<typeof createOutsideSignIn>;
