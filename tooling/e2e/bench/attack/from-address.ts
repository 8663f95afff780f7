import type { Agent } from 'undici';
import { sendPlainly } from '../../src/send-plainly.ts';

/** Sends as somebody at `address`, to a shop with one proxy in front of it. */
export const fromAddress =
  (address: string, agent?: Agent) =>
  (url: URL, init: RequestInit): Promise<Response> => {
    const headers = { ...(init.headers as Record<string, string>), 'x-forwarded-for': address };
    return sendPlainly(url, { ...init, headers }, agent);
  };
