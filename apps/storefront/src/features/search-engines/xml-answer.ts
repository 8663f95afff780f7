import type { Result } from '../../api/result.ts';

/** Kept for a while by who asks for it; what changed meanwhile is found on the pages. */
export const xmlAnswer = (root: string, lines: readonly string[]): Response =>
  new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n${lines.join('\n')}\n</${/\w+/.exec(root)?.[0] ?? ''}>\n`,
    {
      headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    },
  );

/** Search engines ask again when they are told so; an empty map would take the shop out of their index. */
export const xmlAway = ({ problem }: Extract<Result<unknown>, { ok: false }>): Response =>
  Response.json(problem, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '60' },
  });
