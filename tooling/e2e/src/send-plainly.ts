import { request, type Dispatcher } from 'undici';

/**
 * Sends a request with just the headers it is given, for a client of the shop: Node's own `fetch` says itself how it
 * fetches, and then an answer is never a page.
 */
export const sendPlainly = async (
  url: URL,
  { method = 'GET', headers, body, signal }: RequestInit,
  dispatcher?: Dispatcher,
): Promise<Response> => {
  const answer = await request(url, {
    method: method as 'GET' | 'POST',
    headers: headers as Record<string, string>,
    ...(typeof body === 'string' && { body }),
    ...(signal && { signal }),
    ...(dispatcher && { dispatcher }),
  });
  const said = Object.entries(answer.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const text = await answer.body.text();
  return new Response(text === '' ? null : text, { status: answer.statusCode, headers: said });
};
