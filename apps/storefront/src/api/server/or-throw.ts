import 'server-only';
import { forbidden, notFound, redirect } from 'next/navigation';
import type { Result } from '../result.ts';
import { markUnavailable } from './answer-status.ts';

/** For a page's main reading: a 404 becomes the not-found page, a 403 that for what is not theirs, anything else the error page; of a 503 it is one too. */
export const orThrow = <T>(result: Result<T>): T => {
  if (result.ok) return result.data;
  const { status, code, title, traceId } = result.problem;
  if (code === 'second-factor-required') redirect('/admin/second-factor');
  if (status === 404) notFound();
  if (status === 403) forbidden();
  if (status === 503) markUnavailable();
  // Next shows the digest in place of the message; with the trace id the log has the rest.
  throw Object.assign(new Error(`${code}: ${title}`), traceId && { digest: traceId });
};
