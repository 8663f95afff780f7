import type { Role } from './user.ts';

export type Scope = 'shop' | 'admin';

/** What a person may ask for. A scope outside of it is left out of the token, not refused. */
export const scopesOf = (roles: readonly Role[]): readonly Scope[] =>
  roles.includes('admin') ? ['shop', 'admin'] : ['shop'];
