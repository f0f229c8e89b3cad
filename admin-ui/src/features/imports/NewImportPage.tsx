import { useState } from 'react';
import { PageHeader } from '@/components/PageHeader';
import type { UploadedFile } from '@/lib/api/types/imports';
import { FileStep } from './FileStep';
import { MappingStep } from './MappingStep';
import { ResultStep } from './ResultStep';
import { Steps } from './Steps';
import { firstSettings, type Settings, toRequest } from './settings';
import './imports.css';

const STEPS = ['File', 'Columns', 'Dry run', 'Import'];

type Stage =
  | { at: 'file' }
  | { at: 'mapping'; file: UploadedFile }
  | { at: 'dryRun' | 'import'; file: UploadedFile; jobId: string };

const PLACES: Record<Stage['at'], number> = { file: 0, mapping: 1, dryRun: 2, import: 3 };

/** Upload, check the columns, see what would happen to every row, then let it happen. */
export function NewImportPage() {
  const [stage, setStage] = useState<Stage>({ at: 'file' });
  const [settings, setSettings] = useState<Settings | null>(null);
  return (
    <>
      <PageHeader title="Import a file">Nothing is stored before the last step.</PageHeader>
      <Steps steps={STEPS} current={PLACES[stage.at]} />
      {stage.at === 'file' && (
        <FileStep
          onUploaded={(file) => {
            setSettings(firstSettings(file));
            setStage({ at: 'mapping', file });
          }}
        />
      )}
      {stage.at === 'mapping' && settings && (
        <MappingStep
          file={stage.file}
          settings={settings}
          onChange={setSettings}
          onBack={() => setStage({ at: 'file' })}
          onChecked={(jobId) => setStage({ at: 'dryRun', file: stage.file, jobId })}
        />
      )}
      {(stage.at === 'dryRun' || stage.at === 'import') && settings && (
        <ResultStep
          key={stage.jobId}
          jobId={stage.jobId}
          dryRun={stage.at === 'dryRun'}
          request={toRequest(stage.file, settings, false)}
          onBack={() => setStage({ at: 'mapping', file: stage.file })}
          onImported={(jobId) => setStage({ at: 'import', file: stage.file, jobId })}
          onAnother={() => setStage({ at: 'file' })}
        />
      )}
    </>
  );
}
