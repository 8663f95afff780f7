import type { Role } from '@quayside/contracts';

export interface GuestSession {
  kind: 'guest';
  guestId: string;
  /** Until it comes back: who keeps no cookie leaves nothing for long. */
  isNew?: true;
}

export interface UserSession {
  kind: 'user';
  user: { id: string; name: string; email: string; roles: Role[] };
  accessToken: string;
  /** Milliseconds since the epoch. */
  accessExpiresAt: number;
  refreshToken: string;
  /** Where and when it began; absent of those that the version before began. */
  began?: { at: string; address: string; device: string };
  /** Of staff: when somebody was last seen to use it, in milliseconds since the epoch. */
  usedAt?: number;
  /** A guest whose basket could not be merged at sign-in; tried again at the next basket call. */
  unmergedGuestId?: string;
}

export type Session = GuestSession | UserSession;
