import { answerOr } from '@quayside/messaging';
import { redisIsAway } from '@quayside/redis';
import { BasketUnavailable } from '../domain/errors.ts';

/**
 * Awaits a reply; no answer, or one that says "not now", becomes `BasketUnavailable` with its cause. Any other error
 * reply is a fault of ours.
 */
export const answerOrUnavailable = answerOr(redisIsAway, (cause) => new BasketUnavailable({ cause }));
