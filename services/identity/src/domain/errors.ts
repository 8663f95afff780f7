/** The e-mail belongs to a confirmed account already. */
export class EmailTaken extends Error {
  readonly code = 'email-taken' as const;
}

export class UserNotFound extends Error {
  readonly code = 'user-not-found' as const;
}

/** Nobody would be an admin any more. */
export class LastAdmin extends Error {
  readonly code = 'last-admin' as const;
}

/** Only admins do that with the account of a colleague. */
export class StaffAccount extends Error {
  readonly code = 'staff-account' as const;
}

/** The right password of an account with which nobody may sign in. */
export class AccountDisabled extends Error {
  readonly code = 'account-disabled' as const;
  readonly userId: string;

  constructor(userId: string) {
    super('the account is disabled');
    this.userId = userId;
  }
}

/** Somebody changed it since it was read; the answer shows what it is now. */
export class StaleVersion extends Error {
  readonly code = 'stale-version' as const;
  readonly extra: { readonly current: unknown };

  constructor(current: unknown) {
    super('changed since it was read');
    this.extra = { current };
  }
}

/** No such account, or not its password: never say which. */
export class WrongCredentials extends Error {
  readonly code = 'wrong-credentials' as const;
  /** Whose account was tried, if there is one: for the security log alone. */
  readonly userId: string | undefined;

  constructor(userId?: string) {
    super('no such account, or not its password');
    this.userId = userId;
  }
}

export class TooManyAttempts extends Error {
  readonly code = 'too-many-attempts' as const;
  readonly retryAfterSeconds: number;
  /** Whose account was tried, if there is one: for the security log alone. */
  readonly userId: string | undefined;

  constructor(retryAfterSeconds: number, userId?: string) {
    super(`too many attempts, wait ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
    this.userId = userId;
  }
}

/** A password that may not be used; `reason` is for whoever chose it. */
export class PasswordRefused extends Error {
  readonly code = 'password-refused' as const;
  readonly reason: string;

  constructor(reason: string) {
    super('this password may not be used');
    this.reason = reason;
  }
}

/** More passwords are waiting to be checked than the process will queue. */
export class PasswordChecksBusy extends Error {
  readonly code = 'password-checks-busy' as const;
}

/** Nobody showed yet that mail to the address of the account arrives. */
export class EmailNotConfirmed extends Error {
  readonly code = 'email-not-confirmed' as const;
}

export class EmailMalformed extends Error {
  readonly code = 'email-malformed' as const;
}

/** A code of an authenticator app, or a recovery code, that is not right, or was used already. */
export class WrongCode extends Error {
  readonly code = 'code-wrong' as const;
  readonly userId: string;

  constructor(userId: string) {
    super('not the code, or not any more');
    this.userId = userId;
  }
}

export class SecondFactorIsOn extends Error {
  readonly code = 'second-factor-on' as const;
}

export class SecondFactorNotBegun extends Error {
  readonly code = 'second-factor-not-begun' as const;
}

/** A link in a mail was used already, is too old, or never was one. */
export class LinkUsedUp extends Error {
  readonly code = 'link-used-up' as const;
}

/** What a passkey answered is not what was asked, or it is not one of ours. */
export class PasskeyRefused extends Error {
  readonly code = 'passkey-refused' as const;
  readonly userId: string | undefined;

  constructor(userId?: string) {
    super('the passkey was not accepted');
    this.userId = userId;
  }
}

export class PasskeyKnown extends Error {
  readonly code = 'passkey-known' as const;
}

export class TooManyPasskeys extends Error {
  readonly code = 'too-many-passkeys' as const;
}

export class PasskeyNotFound extends Error {
  readonly code = 'passkey-not-found' as const;
}

/** The account began at another provider, and nobody set a password since. */
export class PasswordNotSet extends Error {
  readonly code = 'password-not-set' as const;
}

/** An account at another provider that opens an account of ours already, and a different one. */
export class OutsideLinkTaken extends Error {
  readonly code = 'sign-in-taken' as const;
}

export class TooManyOutsideLinks extends Error {
  readonly code = 'too-many-sign-ins' as const;
}

export class OutsideLinkNotFound extends Error {
  readonly code = 'sign-in-not-found' as const;
}

/** Without it nobody would get into the account any more. */
export class LastWayIn extends Error {
  readonly code = 'last-way-in' as const;
}

/** No provider of that name is set up. */
export class OutsideProviderUnknown extends Error {
  readonly code = 'provider-not-found' as const;
}

/** A provider of others does not answer. */
export class OutsideProviderAway extends Error {
  readonly code = 'provider-away' as const;
}

/** A provider of others signed nobody in, or what came back is not what it would send. */
export class OutsideRefused extends Error {
  readonly code = 'outside-refused' as const;
  readonly byOwner: boolean;

  constructor(reason: string, { byOwner = false, cause }: { byOwner?: boolean; cause?: unknown } = {}) {
    super(reason, { cause });
    this.byOwner = byOwner;
  }
}

/** Nobody set out from this browser with that, or they are back already. */
export class OutsideJourneyUnknown extends Error {
  readonly code = 'outside-journey-unknown' as const;
}

export class DeadLetterNotFound extends Error {
  readonly code = 'dead-letter-not-found' as const;
}

export class ApiKeyNotFound extends Error {
  readonly code = 'api-key-not-found' as const;
}

export class TooManyApiKeys extends Error {
  readonly code = 'too-many-api-keys' as const;
}
