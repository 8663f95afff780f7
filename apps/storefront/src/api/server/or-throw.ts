import 'server-only';
import { notFound } from 'next/navigation';
import type { Result } from '../result.ts';

/** For a page's main reading: a 404 becomes the not-found page, anything else the error page. */
export const orThrow = <T>(result: Result<T>): T => {
  if (result.ok) return result.data;
  if (result.problem.status === 404) notFound();
  throw new Error(`${result.problem.code}: ${result.problem.title}`);
};
