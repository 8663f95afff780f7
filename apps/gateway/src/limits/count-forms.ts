import { providerForms } from '@quayside/contracts';
import type { Request, Response } from 'express';
import { createRouteTree } from '../proxy/route-tree.ts';
import type { Limits } from './limits.ts';

/** Counts what is sent to the OpenID provider's pages. */
export const countForms = (limits: Limits) => {
  const lookUp = createRouteTree(providerForms);
  return async (req: Request, res: Response): Promise<void> => {
    if (req.method !== 'POST') return;
    const form = lookUp(req.path.toLowerCase())?.get('POST');
    await limits.countAction(req, res, form?.costs ?? 'identity-form');
  };
};
