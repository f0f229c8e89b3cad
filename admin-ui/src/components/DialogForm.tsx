import type { FormEvent, ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { fieldErrors } from '@/lib/fieldErrors';
import { Button } from './Button';
import { Refusal } from './Notice';

interface Props {
  /** What the button that sends it says. */
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  pending: boolean;
  /** The refusal of the last try: about single fields beside them, about the whole below. */
  error: unknown;
  /** Whether what only this form knows to be needed is there. */
  ready?: boolean;
  children: ReactNode;
}

/** A form in a dialog: its fields, the server's refusal, Cancel and the button that sends it. */
export function DialogForm({ submit, onSubmit, onClose, pending, error, ready = true, children }: Props) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onSubmit();
  };
  return (
    <Form className="form" onSubmit={send} validationErrors={fieldErrors(error)}>
      {children}
      <Refusal error={error} />
      <div className="form-end">
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" isDisabled={!ready} isPending={pending}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}
