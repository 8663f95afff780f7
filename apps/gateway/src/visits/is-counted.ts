import type { IncomingHttpHeaders } from 'node:http';
import { isbot } from 'isbot';

/** No program, no page that is fetched ahead of its reader, and nobody who asks for privacy (Global Privacy Control). */
export const isCounted = (headers: IncomingHttpHeaders): boolean => {
  const { 'user-agent': program = '', 'sec-purpose': purpose = '', purpose: oldPurpose = '' } = headers;
  if (program === '' || isbot(program)) return false;
  return !/prefetch|prerender/.test(`${String(purpose)} ${String(oldPurpose)}`) && headers['sec-gpc'] !== '1';
};
