import 'server-only';
import { identityApi, type DeadLetterQueryInput } from '@quayside/contracts';
import { readGateway } from './gateway.ts';

const { findDeadLetter, listDeadLetters } = identityApi.routes;

export const readDeadLetters = (query: DeadLetterQueryInput) => readGateway(listDeadLetters, { query });

export const readDeadLetter = (id: string) => readGateway(findDeadLetter, { params: { id } });
