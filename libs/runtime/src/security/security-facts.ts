/**
 * Who, from where, at what. No secret, and nobody's name or e-mail address: an account is its id, a session its
 * `securityReference`.
 */
export interface SecurityFacts {
  /** Id of the account that acts. */
  readonly userId?: string | undefined;
  /** Id of the account that it is done to, where it is another one. */
  readonly onUserId?: string | undefined;
  readonly address?: string | undefined;
  readonly session?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly method?: string | undefined;
  /** Without the query, in which codes and tokens stand. */
  readonly path?: string | undefined;
  /** A stable word, such as the code of the problem that was answered. */
  readonly reason?: string | undefined;
  readonly detail?: Readonly<Record<string, string | number | boolean>> | undefined;
}
