import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Heading, Modal, ModalOverlay, Dialog as RacDialog } from 'react-aria-components';
import { cx } from '@/lib/cx';
import { IconButton } from './Button';
import './dialog.css';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

export function Dialog({ title, open, onClose, wide, children }: Props) {
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={cx('modal', wide && 'modal-wide')}>
        <RacDialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton label="Close" small icon={<X aria-hidden />} onPress={onClose} />
          </div>
          {open && children}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  );
}
