/** Ends what `jest-global-setup.ts` started. */
export default async function stopSystem(): Promise<void> {
  await globalThis.quaysideE2eStack?.stop();
}
