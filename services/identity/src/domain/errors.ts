/** The e-mail belongs to an account already. */
export class EmailTaken extends Error {
  readonly code = 'email-taken' as const;
}

/** No such account, or not its password: never say which. */
export class WrongCredentials extends Error {
  readonly code = 'wrong-credentials' as const;
}

export class TooManyAttempts extends Error {
  readonly code = 'too-many-attempts' as const;
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`too many attempts, wait ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
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
