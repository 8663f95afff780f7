import { z } from 'zod';
import { defineRoute } from '../shared/route.ts';
import {
  deadLetter,
  deadLetterId,
  deadLetterPage,
  deadLetterQuery,
  discardedLetters,
  redrivenLetters,
  settledLetters,
} from './dead-letters.ts';

const path = '/api/v1/admin/operations/dead-letters';
const audience = 'admin';

/** Messages that some service could not handle: of all services, since Identity reads what they set aside. */
export const deadLetterRoutes = {
  listDeadLetters: defineRoute({
    method: 'get',
    path,
    summary: 'Messages that services could not handle, the newest first where nothing else is asked for',
    audience,
    query: deadLetterQuery,
    answers: { 200: { description: 'A page of dead letters', schema: deadLetterPage } },
    problems: ['identity-unavailable'],
  }),
  findDeadLetter: defineRoute({
    method: 'get',
    path: `${path}/:id`,
    summary: 'One of them, with what it says',
    audience,
    params: z.strictObject({ id: deadLetterId }),
    answers: { 200: { description: 'The dead letter', schema: deadLetter } },
    problems: ['dead-letter-not-found', 'identity-unavailable'],
  }),
  redriveDeadLetters: defineRoute({
    method: 'post',
    path: `${path}/redrive`,
    summary: 'Send open ones again, each to the group that could not handle it; others stay as they are',
    audience,
    body: redrivenLetters,
    answers: { 200: { description: 'As they are now', schema: settledLetters } },
    problems: ['dead-letter-not-found', 'identity-unavailable'],
  }),
  discardDeadLetters: defineRoute({
    method: 'post',
    path: `${path}/discard`,
    summary: 'Leave open ones be, and say why; others stay as they are',
    audience,
    body: discardedLetters,
    answers: { 200: { description: 'As they are now', schema: settledLetters } },
    problems: ['dead-letter-not-found', 'identity-unavailable'],
  }),
};
