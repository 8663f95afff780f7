/** Where somebody signs in, to be back at a page of ours afterwards; who already is may be asked to show it once more. */
export const signInPath = (returnTo: string, stepUp?: 'anew' | 'recent'): string =>
  `/auth/login?${new URLSearchParams({ ...(stepUp && { stepUp }), returnTo })}`;
