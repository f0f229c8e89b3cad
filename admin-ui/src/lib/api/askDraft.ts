import { told } from '@/lib/draft/told';
import { ApiError, request, requestFile } from './request';
import type { DraftDocument } from './types/drafts';

interface About {
  basedOn: string;
  document: DraftDocument;
  [more: string]: string | DraftDocument;
}

type Options = Pick<NonNullable<Parameters<typeof request>[1]>, 'signal' | 'series' | 'accept'>;

/** Asks something about a document that need not be saved; of a large one only what changed since it was is sent. */
export const askDraft = <T>(path: string, about: About, options: Options = {}): Promise<T> =>
  asked(about, (body) => request<T>(path, { method: 'POST', body, ...options }));

/** The same for an answer that is a file. */
export const askDraftForFile = (path: string, about: About, options: Options = {}): Promise<Blob> =>
  asked(about, (body) => requestFile(path, { method: 'POST', body, ...options }));

async function asked<T>({ document, ...more }: About, send: (body: unknown) => Promise<T>): Promise<T> {
  const what = told(document);
  if (!('changes' in what)) return send({ ...more, document });
  try {
    return await send({ ...more, ...what });
  } catch (error) {
    // The revision is not kept any more.
    if (error instanceof ApiError && error.status === 412) return send({ ...more, document });
    throw error;
  }
}
