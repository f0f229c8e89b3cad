import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/Checks';
import { Refusal } from '@/components/Notice';
import { Select, SelectMany } from '@/components/Select';
import { toast } from '@/components/toast';
import { useExportAudience } from '@/lib/api/exportAudience';
import { useExportFormats } from '@/lib/api/exportFormats';
import { useSchema } from '@/lib/api/schema';
import type { Audience } from '@/lib/api/types/audiences';
import { useVocabulary } from '@/lib/api/vocabulary';
import { useScores } from '@/lib/useScores';
import { useChannels } from './useChannels';
import { useContactChannel } from './useContactChannel';

interface Props {
  audience: Audience;
  channel: string;
  onChannel: (channel: string) => void;
}

/** Columns, channel and format of the next file. */
export function ExportForm({ audience, channel, onChannel }: Props) {
  const terms = useVocabulary().data?.terms ?? [];
  const personal = new Set(
    useSchema()
      .data?.attributes.filter((a) => a.personal)
      .map((a) => a.name),
  );
  const formats = useExportFormats().data ?? [];
  const channels = useChannels();
  const { shown } = useScores();
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [format, setFormat] = useState('csv');
  const { by, asked } = useContactChannel(audience, channel);
  const [contact, setContact] = useState<boolean | null>(null);
  const counts = by !== null && (contact ?? asked);
  const columns =
    chosen ?? ['segment', ...shown.map((s) => s.name)].filter((name) => terms.some((t) => t.name === name));
  const run = useExportAudience(audience.id);
  const unchosen = 'action' in audience.source ? 'The channel of the action' : 'No channel, no consent asked';
  const start = () =>
    run.mutate(
      { format, columns, countsAsContact: counts, ...(channel ? { channel } : {}) },
      { onSuccess: () => toast(`Exporting “${audience.name}”. Jobs shows how far it is.`) },
    );
  return (
    <div className="form export-form">
      <h3>Export</h3>
      <div className="form-row">
        <SelectMany
          label="Columns beside the customer id"
          values={columns}
          onChange={setChosen}
          options={terms.map((t) => ({
            id: t.name,
            label: t.label,
            hint: personal.has(t.name) ? 'personal' : '',
          }))}
        />
        <Select
          label="Channel"
          value={channel || 'none'}
          onChange={(v) => onChannel(v === 'none' ? '' : v)}
          options={[{ id: 'none', label: unchosen }, ...channels]}
        />
        <Select
          label="Format"
          value={format}
          onChange={setFormat}
          options={formats.map((f) => ({ id: f.name, label: f.name.toUpperCase(), hint: `.${f.extension}` }))}
        />
      </div>
      {by !== null && (
        <Checkbox
          label={`Everybody in the file counts as contacted by ${by}: the contact policy counts them from now on`}
          value={counts}
          onChange={setContact}
        />
      )}
      <Refusal error={run.error} />
      <div className="form-end">
        <Button kind="primary" onPress={start} isPending={run.isPending}>
          <FileDown aria-hidden />
          Export
        </Button>
      </div>
    </div>
  );
}
