import type { IncomingMessage, RequestListener } from 'node:http';
import type { SecurityLog } from '@quayside/runtime';
import { insideCallers, type InsideCaller } from './inside-callers.ts';
import { sendProblem } from './send.ts';
import type { ProblemOptions } from './problem.ts';

/** Asked by the kubelet, which has no certificate. */
const probes = new Set(['/healthz', '/readyz']);

const certificateMissing: ProblemOptions = {
  status: 403,
  code: 'certificate-missing',
  title: 'Only processes of the shop may call here, which show a certificate',
};

const callerNotAccepted: ProblemOptions = {
  status: 403,
  code: 'caller-not-accepted',
  title: 'This process takes no calls from the one that the certificate names',
};

const mayAsk = ({ isAccepted, isScraper }: InsideCaller, path: string): boolean =>
  isAccepted || (isScraper && path === '/metrics');

/**
 * Refuses whoever showed no certificate of our CA, or one of a process that has nothing to ask for here, but for probes.
 *
 * @param options.callers names of the processes that may call
 * @param options.security in which refusals are noted
 */
export const requireCertificate = (
  listener: RequestListener,
  { callers, security }: { callers: readonly string[]; security?: SecurityLog | undefined },
): RequestListener => {
  const callerOf = insideCallers(callers);
  const note = (req: IncomingMessage, path: string, reason: string, names: string): void =>
    security?.note('authz_fail', {
      // What it says of others, such as in X-Forwarded-For, it may have made up.
      address: req.socket.remoteAddress,
      ...{ method: req.method, path, reason },
      ...(names && { detail: { certificate: names } }),
    });
  return (req, res) => {
    const path = req.url?.split('?')[0] ?? '';
    if (probes.has(path)) return listener(req, res);
    const caller = callerOf(req);
    if (mayAsk(caller, path)) return listener(req, res);
    const problem = caller.isOurs ? callerNotAccepted : certificateMissing;
    note(req, path, problem.code, caller.names);
    sendProblem(res, problem, path);
  };
};
