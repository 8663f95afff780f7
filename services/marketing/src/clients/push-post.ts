import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import webPush from 'web-push';
import type { DuePush } from '../domain/push.ts';
import type { PushOutcome } from '../usecases/send-push.ts';
import { pushWords } from './push-words.ts';
import type { VapidKeys } from './vapid-keys.ts';

const timeoutMs = 15_000;
/** Whoever opens their browser later than that has the mail. */
const keptForSeconds = 24 * 60 * 60;

interface PushPostOptions {
  readonly keys: VapidKeys;
  /** Whom the people of a push service may write to. */
  readonly contact: string;
  /** Private addresses that may be written to all the same. */
  readonly allowed: readonly string[];
}

const outcomeOf = (status: number): PushOutcome => {
  if (status >= 200 && status < 300) return { came: 'taken' };
  if (status === 404 || status === 410) return { came: 'gone' };
  if (status === 429 || status >= 500) return { came: 'busy', cause: new Error(`it answers ${status}`) };
  return { came: 'refused' };
};

/** Encrypts messages for browsers (RFC 8291) and hands them to their push services, at public addresses alone. */
export const createPushPost = ({ keys, contact, allowed }: PushPostOptions) => {
  const rules = { allowIPAddressList: [...allowed] };
  const agents = {
    http: new RequestFilteringHttpAgent(rules),
    https: new RequestFilteringHttpsAgent(rules),
  };
  return (push: DuePush): Promise<PushOutcome> =>
    new Promise((resolve) => {
      let isOut = false;
      const failed = (cause: unknown) => resolve({ came: isOut ? 'unclear' : 'busy', cause });
      try {
        const { endpoint, method, headers, body } = webPush.generateRequestDetails(
          { endpoint: push.endpoint, keys: push.keys },
          JSON.stringify(pushWords(push)),
          {
            vapidDetails: { subject: `mailto:${contact}`, ...keys },
            contentEncoding: 'aes128gcm',
            TTL: keptForSeconds,
            // Of what the browser has not fetched yet, the last of a topic alone is kept.
            topic: push.id.replaceAll('-', ''),
          },
        );
        const url = new URL(endpoint);
        const isSecure = url.protocol === 'https:';
        const options = {
          method,
          headers: headers as Record<string, string>,
          signal: AbortSignal.timeout(timeoutMs),
        };
        const answered = (answer: IncomingMessage) => {
          answer.resume();
          resolve(outcomeOf(answer.statusCode ?? 0));
        };
        const asked = isSecure
          ? requestHttps(url, { ...options, agent: agents.https }, answered)
          : requestHttp(url, { ...options, agent: agents.http }, answered);
        asked.on('socket', (socket) => {
          if (!socket.connecting) isOut = true;
          socket.once(isSecure ? 'secureConnect' : 'connect', () => (isOut = true));
        });
        asked.on('error', failed);
        asked.end(body);
      } catch (cause) {
        failed(cause);
      }
    });
};
