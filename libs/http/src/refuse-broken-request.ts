import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { problemBody, requestTimeout, type ProblemOptions } from './problem.ts';
import { pagePolicy } from './send.ts';

const malformed: ProblemOptions = {
  status: 400,
  code: 'malformed-request',
  title: 'This is not a valid HTTP request',
};

/** By the codes of Node's own faults. */
const refusals: Readonly<Record<string, ProblemOptions>> = {
  ERR_HTTP_REQUEST_TIMEOUT: requestTimeout,
  HPE_HEADER_OVERFLOW: { status: 431, code: 'headers-too-large', title: 'The headers are too large' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, code: 'body-too-large', title: 'The body is too large' },
};

/** Node's own record of the answer a connection is writing; its default listener looks there as well. */
interface Connection extends Duplex {
  _httpMessage?: ServerResponse | null;
}

/** HTML that says to a person what a problem says. */
export type ProblemPage = (problem: ProblemOptions) => string;

/** Browsers say this before their cookies, which are what is too large. */
const isForReading = (packet: Buffer | undefined): boolean =>
  /^GET [^\r\n]*\r\n[^]*^(sec-fetch-mode: *navigate|accept: *text\/html)/im.test(
    packet?.subarray(0, 8192).toString('latin1') ?? '',
  );

/**
 * Answers what never became a whole request, and so never comes to a listener, by a problem document, or by a page where
 * a person was to read one, and ends the connection. For `clientError` of a server.
 */
export const refuseBrokenRequest =
  (page?: ProblemPage) =>
  (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, connection: Connection): void => {
    if (!connection.writable || connection._httpMessage?.headersSent) return void connection.destroy();
    const problem = refusals[error.code ?? ''] ?? malformed;
    const html = page && isForReading(error.rawPacket) ? page(problem) : undefined;
    const body = html ?? JSON.stringify(problemBody(problem));
    const head = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `content-type: ${html === undefined ? 'application/problem+json' : 'text/html'}; charset=utf-8`,
      ...(html === undefined ? [] : [`content-security-policy: ${pagePolicy}`]),
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      'connection: close',
    ];
    connection.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => connection.destroy());
  };
