import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '@/components/Dialog';
import { DialogForm } from '@/components/DialogForm';
import { TextField } from '@/components/Fields';
import { Select } from '@/components/Select';
import { toast } from '@/components/toast';
import { type NewModel, useRegisterModel } from '@/lib/api/registerModel';
import { useSession } from '@/lib/SessionContext';
import { PmmlFile } from './PmmlFile';

export function RegisterDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Register a PMML file" open={open} onClose={onClose}>
      <RegisterForm onClose={onClose} />
    </Dialog>
  );
}

const KINDS = [
  { id: 'champion', label: 'As the champion’s' },
  { id: 'AMOUNT', label: 'Amount' },
  { id: 'PROBABILITY', label: 'Probability' },
  { id: 'CLUSTER', label: 'Cluster' },
];

const EMPTY = { score: '', version: '', label: '', kind: '', unit: '', description: '' };

function RegisterForm({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [said, setSaid] = useState<Omit<NewModel, 'file'>>(EMPTY);
  const { riskScore } = useSession().product;
  const navigate = useNavigate({ from: '/models' });
  const register = useRegisterModel();
  const set = (to: Partial<typeof said>) => setSaid((old) => ({ ...old, ...to }));
  const onSubmit = () => {
    if (!file) return;
    register.mutate(
      { file, ...said },
      {
        onSuccess: (model) => {
          toast(`${model.label}, version ${model.version} is registered.`);
          onClose();
          void navigate({ search: { version: model.hash } });
        },
      },
    );
  };
  return (
    <DialogForm
      submit={register.isPending ? 'Checking the file…' : 'Register'}
      onSubmit={onSubmit}
      onClose={onClose}
      pending={register.isPending}
      error={register.error}
      ready={file !== null}
    >
      <PmmlFile file={file} onChange={setFile} />
      <div className="form-row">
        <TextField
          label="Score"
          name="score"
          value={said.score}
          onChange={(score) => set({ score })}
          required
          autoComplete="off"
          hint={`Its name, such as ${riskScore}.`}
        />
        <TextField
          label="Version"
          name="version"
          value={said.version}
          onChange={(version) => set({ version })}
          required
          autoComplete="off"
          hint="It never changes afterwards."
        />
      </div>
      <details className="model-details">
        <summary>What differs from the champion</summary>
        <div className="form">
          <div className="form-row">
            <TextField label="Label" value={said.label} onChange={(label) => set({ label })} />
            <Select
              label="Kind"
              value={said.kind || 'champion'}
              onChange={(kind) => set({ kind: kind === 'champion' ? '' : kind })}
              options={KINDS}
            />
            <TextField label="Unit" value={said.unit} onChange={(unit) => set({ unit })} />
          </div>
          <TextField
            label="Description"
            value={said.description}
            onChange={(description) => set({ description })}
          />
        </div>
      </details>
    </DialogForm>
  );
}
