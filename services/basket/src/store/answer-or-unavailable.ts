import { BasketUnavailable } from '../domain/errors.ts';

/** Replies by which a living Redis says that it cannot serve now; any other error reply is a fault of ours. */
const cannotServe = /^(LOADING|READONLY|MASTERDOWN|MISCONF|OOM|BUSY|NOREPLICAS|CLUSTERDOWN|TRYAGAIN)\b/;

/** Awaits a reply; no answer, or one that says "not now", becomes `BasketUnavailable` with its cause. */
export async function answerOrUnavailable<T>(reply: Promise<T>): Promise<T> {
  try {
    return await reply;
  } catch (error) {
    const ours = error instanceof Error && error.name === 'ReplyError' && !cannotServe.test(error.message);
    throw ours ? error : new BasketUnavailable({ cause: error });
  }
}
