import type {
  ImportChoice,
  ImportMend,
  ImportReading,
  NewImportMapping,
  Problem,
  ProductImport,
} from '@quayside/contracts';
import { type Result, unreachable } from '../result.ts';
import { callApi } from './call-api.ts';

const withId = (id: string) => ({ params: { id } });

export const fetchImport = (id: string) => callApi('GET /api/v1/admin/catalog/imports/:id', withId(id));

export const readImportAnew = (id: string, body: ImportReading) =>
  callApi('PUT /api/v1/admin/catalog/imports/:id/reading', { ...withId(id), body });

export const checkImport = (id: string, body: ImportChoice) =>
  callApi('POST /api/v1/admin/catalog/imports/:id/check', { ...withId(id), body });

export const mendImport = (id: string, cells: ImportMend['cells']) =>
  callApi('PUT /api/v1/admin/catalog/imports/:id/cells', { ...withId(id), body: { cells } });

export const runImport = (id: string) => callApi('POST /api/v1/admin/catalog/imports/:id/run', withId(id));

export const fetchFaults = (id: string, page: number) =>
  callApi('GET /api/v1/admin/catalog/imports/:id/faults', { ...withId(id), query: { page, pageSize: 25 } });

export const fetchImportMappings = (id: string) =>
  callApi('GET /api/v1/admin/catalog/imports/:id/mappings', withId(id));

export const saveImportMapping = (id: string, body: NewImportMapping) =>
  callApi('POST /api/v1/admin/catalog/imports/:id/mappings', { ...withId(id), body });

export const deleteImportMapping = (id: string) =>
  callApi('DELETE /api/v1/admin/catalog/import-mappings/:id', withId(id));

/** `fetch` does not tell how much was sent. */
export const uploadImport = (
  file: File,
  onProgress: (part: number) => void,
): Promise<Result<ProductImport>> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = () => resolve({ ok: false, problem: unreachable('The file did not get there.') });
    request.open(
      'POST',
      `/api/v1/admin/catalog/imports?${new URLSearchParams({ name: file.name.slice(0, 200) })}`,
    );
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-csrf', '1');
    request.responseType = 'json';
    request.timeout = 120_000;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 201) resolve({ ok: true, data: answer as ProductImport });
      else if (typeof answer === 'object' && answer !== null && 'code' in answer) {
        resolve({ ok: false, problem: answer as Problem });
      } else fail();
    };
    request.onerror = fail;
    request.ontimeout = fail;
    request.send(file);
  });
