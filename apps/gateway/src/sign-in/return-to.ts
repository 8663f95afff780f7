/** A path of our own to go back to after sign-in; anything that could lead elsewhere becomes `/`. */
export const safeReturnTo = (wanted: string | undefined, publicOrigin: string): string => {
  if (!wanted?.startsWith('/')) return '/';
  try {
    const url = new URL(wanted, publicOrigin);
    const isOurs = url.origin === publicOrigin && !url.pathname.startsWith('//');
    return isOurs ? `${url.pathname}${url.search}${url.hash}` : '/';
  } catch {
    return '/';
  }
};
