import { expect, test } from '@jest/globals';

import { explainClient } from './explain-client.ts';

test.each([
  [
    'a registry that does not answer',
    `WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(': Connection refused')': /simple/x/
ERROR: Could not find a version that satisfies the requirement x==1 (from versions: none)
ERROR: No matching distribution found for x==1`,
    /^the registry does not answer: check the network/,
  ],
  [
    'a proxy that refuses',
    `WARNING: Retrying after connection broken by 'ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden'))'
ERROR: No matching distribution found for x==1`,
    /^the proxy refuses: check/,
  ],
  [
    'a clock years off',
    'SSLError(SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate is not yet valid (_ssl.c:1006)"))',
    /^a certificate does not fit the clock, which says \d{4}-.*: set the clock$/,
  ],
  ['a full disk', 'OSError: [Errno 28] No space left on device', /^no space is left on the disk: free some/],
  ['a Python without pip', '/usr/bin/python3: No module named pip', /^Python has no pip: install it/],
  ['anything else', 'Collecting x\nERROR: x is yanked\n', /^ERROR: x is yanked$/],
  ['silence', '', /^it said nothing$/],
])('says in one line what a package client means by %s', (_, output, line) => {
  expect(explainClient(output)).toMatch(line);
  expect(explainClient(output)).not.toContain('\n');
});
