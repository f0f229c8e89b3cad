import { FileUp, GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { useMay } from '@/lib/SessionContext';
import { RegisterDialog } from './RegisterDialog';
import { TrainDialog } from './TrainDialog';

/** The two ways in which a version comes into the registry. */
export function RegistryActions() {
  const may = useMay('ADMIN', 'ANALYST');
  const [open, setOpen] = useState<'register' | 'train' | null>(null);
  if (!may) return null;
  return (
    <>
      <Button onPress={() => setOpen('register')}>
        <FileUp aria-hidden />
        Register a PMML file
      </Button>
      <Button kind="primary" onPress={() => setOpen('train')}>
        <GraduationCap aria-hidden />
        Train on our customers
      </Button>
      <RegisterDialog open={open === 'register'} onClose={() => setOpen(null)} />
      <TrainDialog open={open === 'train'} onClose={() => setOpen(null)} />
    </>
  );
}
