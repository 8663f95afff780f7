import type { IncomingMessage, RequestListener } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { sendProblem } from './send.ts';
import type { ProblemOptions } from './problem.ts';

/** Asked by the kubelet, which has no certificate. */
const probes = new Set(['/healthz', '/readyz']);

const certificateMissing: ProblemOptions = {
  status: 403,
  code: 'certificate-missing',
  title: 'Only processes of the shop may call here, which show a certificate',
};

const isOneOfUs = ({ socket }: IncomingMessage): boolean => (socket as TLSSocket).authorized;

/** Refuses whoever showed no certificate of our CA, but for probes. */
export const requireCertificate =
  (listener: RequestListener): RequestListener =>
  (req, res) => {
    const path = req.url?.split('?')[0] ?? '';
    if (isOneOfUs(req) || probes.has(path)) return listener(req, res);
    sendProblem(res, certificateMissing, path);
  };
