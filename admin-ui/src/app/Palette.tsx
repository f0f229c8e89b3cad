import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import '@/components/dialog.css';
import '@/components/fields.css';
import { cx } from '@/lib/cx';
import type { PageGroup } from './pages';
import { type Entry, usePaletteEntries } from './usePaletteEntries';
import './palette.css';

interface Props {
  open: boolean;
  onClose: () => void;
  groups: PageGroup[];
}

/** Ctrl K: customers by name or id, pages by name, and the commands that need no page. */
export function Palette({ open, onClose, groups }: Props) {
  return (
    <ModalOverlay
      className="overlay"
      isDismissable
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="modal palette">
        <Dialog aria-label="Command palette" className="palette-dialog">
          <PaletteBody onClose={onClose} groups={groups} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ onClose, groups }: Omit<Props, 'open'>) {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const { sections, searching } = usePaletteEntries(text, groups, navigate);
  const entries = sections.flatMap((s) => s.entries);
  const [first] = entries;
  const choose = (entry: Entry | undefined) => {
    onClose();
    entry?.run();
  };
  // Enter takes the first entry also when it arrived after the last key, and waits for it while it is looked for.
  const [entered, setEntered] = useState('');
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    if (!event.target.getAttribute('aria-activedescendant')) setEntered(text);
  };
  useEffect(() => {
    if (entered !== '' && entered === text && !searching && first) choose(first);
  });
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div onKeyDownCapture={onEnter}>
        <TextField aria-label="Find a customer, page or command" autoFocus className="palette-field">
          <Search aria-hidden />
          <Input className="palette-input" placeholder="Find a customer, page or command…" />
        </TextField>
      </div>
      <Menu
        className="palette-list"
        aria-label="Found"
        items={sections}
        onAction={(key) => choose(entries.find((e) => e.id === key))}
        renderEmptyState={() => (
          <p className="palette-empty">{searching ? 'Searching…' : `Nothing is called “${text}”.`}</p>
        )}
      >
        {(section) => (
          <MenuSection id={section.id}>
            <Header className="option-group">{section.heading}</Header>
            <Collection items={section.entries}>
              {(e) => (
                <MenuItem
                  id={e.id}
                  textValue={e.label}
                  className={cx('option', e.id === first?.id && 'option-first')}
                >
                  <e.icon aria-hidden />
                  {e.label}
                  {e.hint && <small className="num">{e.hint}</small>}
                </MenuItem>
              )}
            </Collection>
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}
