import type { StaffRole } from '@quayside/contracts';

export const roleWords: Readonly<Record<StaffRole, string>> = {
  admin: 'Admin',
  support: 'Support',
  merchandiser: 'Merchandiser',
};

/** What each may do, for whoever gives the role. */
export const roleDuties: Readonly<Record<StaffRole, string>> = {
  support:
    'Sees orders and customers; ships, cancels, refunds up to a limit, writes notes. Not the catalog, not settings, not roles.',
  merchandiser: 'Keeps products, prices, pictures, stock and campaigns. Sees no orders and no people.',
  admin: 'Does everything, and decides who else may do what.',
};

export const rolesInWords = (roles: readonly StaffRole[]): string =>
  roles.length === 0 ? 'Shopper only' : roles.map((role) => roleWords[role]).join(', ');
