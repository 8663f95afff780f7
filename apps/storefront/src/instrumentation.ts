/** Next calls this once, before the first request. */
export const register = async (): Promise<void> => {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { followAnswers } = await import('./api/server/answer-status.ts');
  followAnswers();
  const { refuseAsFound } = await import('./api/server/static-refusals.ts');
  refuseAsFound();
  // What a build left is not what `next dev` serves.
  if (process.env.NODE_ENV !== 'production') return;
  const { serveCompressed, staticFolder } = await import('./api/server/compressed-files.ts');
  serveCompressed(staticFolder());
};
