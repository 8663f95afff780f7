import { homeHref } from '../language/say.ts';

/** Where signing in begins: at the gateway, which knows the way back. */
export const signInUrl = (returnTo = homeHref()): string =>
  `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
