import { callerFacts } from '@quayside/http';
import type { SecurityFacts } from '@quayside/runtime';
import type { IncomingMessage } from 'node:http';

/** Who asks for a page of ours and from where; of a sign-in under way the path does not say which it is. */
export const pageFacts = (req: IncomingMessage): SecurityFacts => {
  const facts = callerFacts(req);
  return { ...facts, path: facts.path?.replace(/(\/interaction)\/[^/]+/, '$1/:uid') };
};
