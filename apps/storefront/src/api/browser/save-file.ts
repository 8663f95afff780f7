import type { Problem } from '@quayside/contracts';
import { unreachable } from '../result.ts';
import { askForStepUp, stepUpCode } from './step-up.ts';

const nameIn = (disposition: string | null): string =>
  /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? '';

/** Saves a file that is here already. */
export const saveBlob = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** Saves what an address of our own answers with; where that asks for a recent sign-in, the page does. Else says why not. */
export const saveFile = async (href: string): Promise<Problem | undefined> => {
  try {
    let answer = await fetch(href, { cache: 'no-store' });
    if (answer.status === 401) {
      const problem = (await answer.json()) as Problem;
      if (problem.code !== stepUpCode || !(await askForStepUp())) return problem;
      answer = await fetch(href, { cache: 'no-store' });
    }
    if (!answer.ok) return (await answer.json()) as Problem;
    saveBlob(await answer.blob(), nameIn(answer.headers.get('content-disposition')));
    return undefined;
  } catch {
    return unreachable('Check your connection and try again.');
  }
};
