import type { Account, KoaContextWithOIDC } from 'oidc-provider';
import type { Role, User } from '../../domain/user.ts';

export type FindUser = (id: string) => Promise<User | undefined>;

/** The library's account, with the user behind it. */
export interface UserAccount extends Account {
  readonly user: User;
}

export const accountOf = (user: User): UserAccount => ({
  accountId: user.id,
  user,
  claims: async () => ({
    sub: user.id,
    name: user.name,
    email: user.email,
    email_verified: user.emailConfirmed,
    roles: [...user.roles],
  }),
});

export const userOf = (ctx: KoaContextWithOIDC): User | undefined =>
  (ctx.oidc?.entities.Account as UserAccount | undefined)?.user;

/** How and when somebody showed who they are, from the sign-in that a token comes of, however often it was renewed. */
export const authenticationClaims = (
  ctx: KoaContextWithOIDC,
): { auth_time?: number; acr?: string; amr?: string[] } => {
  const { RefreshToken: renewed, AuthorizationCode: first } = ctx.oidc?.entities ?? {};
  const source = renewed ?? first;
  return {
    ...(source?.authTime !== undefined && { auth_time: source.authTime }),
    ...(source?.acr !== undefined && { acr: source.acr }),
    ...(source?.amr !== undefined && { amr: source.amr }),
  };
};

/** What an access token says beyond the standard claims (RFC 9068). A machine has neither name nor role. */
export const accessTokenClaims = (
  user: User | undefined,
): { roles: Role[]; name?: string; email?: string; email_verified?: boolean } =>
  user
    ? {
        ...{ roles: [...user.roles], name: user.name, email: user.email },
        email_verified: user.emailConfirmed,
      }
    : { roles: [] };
