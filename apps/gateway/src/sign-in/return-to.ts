/** A path of our own to go back to after sign-in; anything that could lead elsewhere becomes `/`. */
export const safeReturnTo = (wanted: string | undefined, publicOrigin: string): string => {
  if (!wanted?.startsWith('/')) return '/';
  try {
    const url = new URL(wanted, publicOrigin);
    const path = `${url.pathname}${url.search}`;
    return url.origin === publicOrigin && !path.startsWith('//') ? path : '/';
  } catch {
    return '/';
  }
};
