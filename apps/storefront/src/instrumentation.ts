/** Next calls this once, before the first request. */
export const register = async (): Promise<void> => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { followAnswers } = await import('./api/server/answer-status.ts');
  followAnswers();
};
