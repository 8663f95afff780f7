import type { Request } from 'express';

/** The value of the first of these cookies that came along. */
export const readCookie = (req: Request, ...names: readonly string[]): string | undefined => {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = names.map((name) => pairs.find((pair) => pair.startsWith(`${name}=`)));
  return found.find((pair) => pair !== undefined)?.replace(/^[^=]*=/, '');
};
