import type { UserRegistered } from '../domain/user.ts';

/** Somebody as a provider of others knows them: by issuer and subject, whatever else it says. */
export interface OutsideIdentity {
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly email?: string;
  /** The provider says that it is verified, and is one whose word we take for it. */
  readonly isEmailTrusted: boolean;
  readonly name?: string;
}

/** What has to come back from a provider as it was sent there. */
interface OutsideRequest {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly maxAge?: number;
}

/** Another OpenID provider, at which people sign in to us. */
export interface OutsideProvider {
  readonly id: string;
  readonly label: string;
  /** Where the browser goes. Rejects with OutsideProviderAway. */
  begin(options: { maxAge?: number }): Promise<OutsideRequest & { url: string }>;
  /** Rejects with OutsideProviderAway and OutsideRefused. */
  finish(callbackUrl: URL, sent: OutsideRequest): Promise<OutsideIdentity>;
}

/** Somebody on the way to a provider, from a sign-in under way or from their account. */
export interface OutsideDeparture extends OutsideRequest {
  readonly provider: string;
  /** Names the browser that set out. */
  readonly browser: string;
  readonly from: { readonly signIn: string } | { readonly userId: string };
  /** The query that keeps the way back. */
  readonly again: string;
}

export interface OutsideLink {
  readonly id: string;
  readonly provider: string;
  readonly email: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface OutsideStore {
  depart(departure: OutsideDeparture, until: Date): Promise<void>;
  /** Once, and for the browser alone that set out. */
  takeDeparture(
    state: string,
    browser: string,
    now: Date,
  ): Promise<(OutsideDeparture & { readonly until: Date }) | undefined>;
  arrive(signIn: string, identity: OutsideIdentity, until: Date): Promise<void>;
  arrivalOf(signIn: string, now: Date): Promise<OutsideIdentity | undefined>;
  leave(signIn: string): Promise<void>;
  /** Whose account it opens; from then on it counts as used. */
  useLink(
    identity: OutsideIdentity,
    now: Date,
  ): Promise<{ readonly userId: string; readonly isDisabled: boolean } | undefined>;
  /** Tells the owner by mail; where it is linked to this account already, nothing happens. @throws {OutsideLinkTaken | TooManyOutsideLinks} */
  link(userId: string, identity: OutsideIdentity): Promise<void>;
  /** Account and link together. @throws {EmailTaken | OutsideLinkTaken} */
  register(event: UserRegistered, passwordHash: string, identity: OutsideIdentity): Promise<void>;
  list(userId: string): Promise<{ readonly hasPassword: boolean; readonly links: readonly OutsideLink[] }>;
  /** Tells the owner by mail. @throws {OutsideLinkNotFound | LastWayIn} */
  unlink(userId: string, id: string): Promise<void>;
}
