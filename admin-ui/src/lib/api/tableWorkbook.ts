import { useMutation } from '@tanstack/react-query';
import { askDraftForFile } from './askDraft';
import { request } from './request';
import type { DraftContent } from './types/drafts';
import type { WorkbookReading } from './types/tables';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One table of a draft, as it stands on the screen, as a workbook. */
export const fetchTableWorkbook = ({ basedOn, document }: DraftContent, table: string): Promise<Blob> =>
  askDraftForFile(
    '/drafts/tables/workbook',
    { basedOn, document, table },
    { accept: `${XLSX}, application/problem+json` },
  );

/** Reads a workbook as a table, cell by cell; stores nothing. */
export const useReadTableWorkbook = () =>
  useMutation({
    mutationFn: ({ file, ...query }: { file: File; basedOn: string; draft: string; table: string }) =>
      request<WorkbookReading>('/drafts/tables/workbook/reading', {
        method: 'POST',
        query,
        file,
        fileType: XLSX,
      }),
  });
