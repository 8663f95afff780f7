type Reason = string | (() => string);

const network = 'check the network and its proxy (HTTPS_PROXY)';

/** From the most telling to the vaguest: clients print a chain of failures, and end with the least useful. */
const reasons: readonly (readonly [RegExp, Reason])[] = [
  [/no space left|errno 28|enospc/i, 'no space is left on the disk: free some, or work on another one'],
  [/disk quota exceeded/i, 'the disk quota is used up: free some, or work on another disk'],
  [/read-only file system/i, 'the folder is read-only: work in one that can be written'],
  [
    /certificate.*(not yet valid|has expired)|CertificateNotYetValid|CertificateExpired|NotBefore|NotAfter/i,
    () => `a certificate does not fit the clock, which says ${new Date().toISOString()}: set the clock`,
  ],
  [
    /certificate_verify_failed|certificate verify failed|PKIX path/i,
    'the certificate of the registry is not trusted: give the client its CA (PIP_CERT for pip)',
  ],
  [
    /proxyerror|cannot connect to proxy|tunnel connection failed|status code 407/i,
    `the proxy refuses: ${network}`,
  ],
  [
    /connection refused|actively refused|connection reset|timed? ?out|name or service not known|name resolution|getaddrinfo|unreachable|unknown ?host|no route to host|NewConnectionError/i,
    `the registry does not answer: ${network}`,
  ],
  [/no module named pip\b/i, 'Python has no pip: install it (e.g. apt-get install python3-pip)'],
  [/permission denied|errno 13|errno 1\b/i, 'a folder cannot be written: work in one of your own'],
];

/** Why a package client failed, as one line without its stack, from what it wrote. */
export function explainClient(output: string): string {
  for (const [pattern, reason] of reasons) {
    if (pattern.test(output)) return typeof reason === 'string' ? reason : reason();
  }
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'it said nothing').trim();
}
