import { endedSessionsHeader } from '@quayside/contracts';
import type { Response } from 'express';

/** Tells the gateway, through which every answer goes, that the sessions of an account are over. */
export const endSessionsOf = (res: Response, userId: string): void => {
  res.set(endedSessionsHeader, userId);
};
