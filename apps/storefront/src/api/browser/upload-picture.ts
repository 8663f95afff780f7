import type { AdminProduct, Problem } from '@quayside/contracts';
import { type Result, unreachable } from '../result.ts';

const typeOf = (file: File): string =>
  ['image/jpeg', 'image/png', 'image/webp'].includes(file.type) ? file.type : 'image/jpeg';

/** `fetch` does not tell how much was sent. What the file is decides the service, by its content. */
export const uploadPicture = (
  productId: number,
  file: File,
  { alt, onProgress }: { alt: string; onProgress: (part: number) => void },
): Promise<Result<AdminProduct>> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const path = `/api/v1/admin/catalog/products/${productId}/media?${new URLSearchParams({ alt })}`;
    const fail = () => resolve({ ok: false, problem: unreachable('The picture did not get there.') });
    request.open('POST', path);
    request.setRequestHeader('content-type', typeOf(file));
    request.setRequestHeader('x-csrf', '1');
    request.responseType = 'json';
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 200) resolve({ ok: true, data: answer as AdminProduct });
      else if (typeof answer === 'object' && answer !== null && 'code' in answer) {
        resolve({ ok: false, problem: answer as Problem });
      } else fail();
    };
    request.onerror = fail;
    request.ontimeout = fail;
    request.send(file);
  });
