import type { Stack } from './stack.ts';

interface CaughtMail {
  subject: string;
  text: string;
  html: string;
  to: { address: string }[];
}

/** The mail that the shop has sent, as the mail catcher tells it. */
export const createMailCatcher = ({ mailUrl }: Pick<Stack, 'mailUrl'>) => ({
  mails: async (): Promise<CaughtMail[]> => {
    const answer = await fetch(`${mailUrl}/api/email`, { signal: AbortSignal.timeout(10_000) });
    return (await answer.json()) as CaughtMail[];
  },
});
