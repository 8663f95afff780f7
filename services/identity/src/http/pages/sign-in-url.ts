/** Where signing in begins: at the gateway, which knows the way back. */
export const signInUrl = (returnTo = '/'): string => `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
