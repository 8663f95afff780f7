import type { Dependency } from './faults.ts';
import type { Opened, Page } from './pages.ts';

/** What a visitor has of a page. */
export type Outcome = 'page' | 'as it was' | 'stranger' | 'partly' | 'sorry' | 'broken';

export const outcomeWords: Readonly<Record<Exclude<Outcome, 'broken'>, string>> = {
  page: 'the page',
  'as it was': 'the page as it was when it was read last, saying so',
  stranger: 'the page, to nobody in particular: who is signed in cannot be looked up',
  partly: 'the page, with an apology in place of its main part',
  sorry: 'an apology, 503 with `Retry-After`',
};

/** React's word for a part that did not come. */
const missingPart = '$RX(';

export const outcomeOf = (page: Page, { status, headers, html }: Opened): Outcome => {
  if (status === 503 && headers.has('retry-after') && html.includes('<h')) return 'sorry';
  if (status !== 200) return 'broken';
  if (html.includes('data-as-it-was')) return 'as it was';
  if (html.includes(missingPart)) return 'partly';
  if (page.name !== 'sign-in' && html.includes('href="/auth/login?')) return 'stranger';
  return 'page';
};

export interface Cell {
  outcome: Outcome;
  ms: number;
  /** What should not be; undefined when all is well. */
  finding?: string;
}

/** A machine that does other things as well may take so much longer than the deadlines in the code say. */
const slackMs = 10_000;

/** Judges what a page came to while `dependency` was out of order. */
export const judge = (page: Page, dependency: Dependency, opened: Opened): Cell => {
  const outcome = outcomeOf(page, opened);
  const ms = Math.round(opened.ms);
  const works = outcome === 'page' || outcome === 'as it was' || outcome === 'stranger';
  const finding =
    outcome === 'broken'
      ? `status ${opened.status}, Retry-After ${opened.headers.get('retry-after') ?? 'missing'}`
      : ms > page.budgetMs + slackMs
        ? `took ${ms} ms; its budget is ${page.budgetMs} ms`
        : !works && !page.needs.includes(dependency)
          ? `is to work without ${dependency}, and is: ${outcome}`
          : undefined;
  return { outcome, ms, ...(finding !== undefined && { finding }) };
};
