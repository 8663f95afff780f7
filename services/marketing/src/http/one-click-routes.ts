import { shopPage, type EndedKind } from '@quayside/contracts';
import { noContent, ProblemError, type Api } from '@quayside/http';
import { contract } from './contract.ts';

const pages = { 'review-requests': 'mails', 'back-in-stock': 'backInStock' } as const satisfies Record<
  EndedKind,
  Parameters<typeof shopPage>[1]
>;

/** Whether a form says what RFC 8058 has it say; providers send it in either of the two encodings of forms. */
const saysSo = async (form: Buffer, type: string): Promise<boolean> => {
  const body = new Response(new Uint8Array(form), { headers: { 'content-type': type } });
  const fields = await body.formData().catch(() => undefined);
  return fields?.get('List-Unsubscribe') === 'One-Click';
};

interface Dependencies {
  readonly shop: string;
  readonly end: Readonly<Record<EndedKind, (link: string) => Promise<void>>>;
}

export const serveOneClick = (api: Api, { shop, end }: Dependencies): void =>
  api.serve(contract, {
    // Behind the `#` the link goes no further than the browser.
    showEndOfMails: ({ params: { language, kind }, query: { link = '' } }) => ({
      status: 303,
      headers: {
        location: `${shop}${shopPage(language, pages[kind], `/end#${encodeURIComponent(link)}`)}`,
        ...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
      },
    }),
    endMailsByOneClick: async ({ params: { kind }, query: { link }, upload, req }) => {
      if (!(await saysSo(upload, req.headers['content-type'] ?? '')))
        throw new ProblemError({
          status: 400,
          code: 'malformed-request',
          title: 'The form has to say List-Unsubscribe=One-Click',
        });
      await end[kind](link);
      return noContent({ 'cache-control': 'no-store' });
    },
  });
