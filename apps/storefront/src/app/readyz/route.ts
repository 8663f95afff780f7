export const dynamic = 'force-dynamic';

/**
 * Ready means able to answer. The gateway is not asked: it takes pages from here only while this is ready, so each
 * would wait for the other; and without it the pages still say what is wrong.
 */
export const GET = () => Response.json({ ready: true, checks: {} });
