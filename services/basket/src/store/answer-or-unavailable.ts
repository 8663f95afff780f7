import { isTransient } from '@quayside/messaging';
import { BasketUnavailable } from '../domain/errors.ts';

/**
 * Awaits a reply; no answer, or one that says "not now", becomes `BasketUnavailable` with its cause. Any other error
 * reply is a fault of ours.
 */
export async function answerOrUnavailable<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    const ours = error instanceof Error && error.name === 'ReplyError' && !isTransient(error);
    throw ours ? error : new BasketUnavailable({ cause: error });
  }
}
