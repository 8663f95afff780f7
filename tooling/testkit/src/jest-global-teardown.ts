/** Stops what `jest-global-setup.ts` started. */

export default async function stopTestServices(): Promise<void> {
  await globalThis.quaysideTestBacking?.stop();
  globalThis.quaysideTestBacking = undefined;
}
