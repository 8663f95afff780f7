import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { problemBody, type ProblemOptions } from './problem.ts';

/** Of data that a browser is made to show as a page: nothing in it is loaded, runs, or is of our origin. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Writes an answer: a Buffer as it is (its content type in the headers), anything else as JSON. */
export const sendAnswer = (res: ServerResponse, answer: Answer): void => {
  const { status, body, headers } = answer;
  if (body === undefined) {
    res.writeHead(status, headers).end();
    return;
  }
  const isFile = Buffer.isBuffer(body);
  const bytes = isFile ? body : Buffer.from(JSON.stringify(body));
  res
    .writeHead(status, {
      ...(!isFile && { 'content-security-policy': dataPolicy }),
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      ...headers,
    })
    .end(bytes);
};

/** @param instance the path that was asked for */
export const sendProblem = (res: ServerResponse, problem: ProblemOptions, instance: string): void =>
  sendAnswer(res, {
    status: problem.status,
    body: problemBody(problem, instance),
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...problem.headers,
    },
  });

/** Of a page that says a problem: nothing runs in it, and nobody frames it. */
export const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** @param page HTML that says the same to a person */
export const sendProblemPage = (res: ServerResponse, problem: ProblemOptions, page: string): void =>
  sendAnswer(res, {
    status: problem.status,
    body: Buffer.from(page),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy,
      'cache-control': 'no-store',
      ...problem.headers,
    },
  });
