/** Stops what `jest-global-setup.ts` started. */
// eslint-disable-next-line no-restricted-syntax -- jest looks for the default export
export default async function stopTestServices(): Promise<void> {
  await globalThis.quaysideTestBacking?.stop();
  globalThis.quaysideTestBacking = undefined;
}
