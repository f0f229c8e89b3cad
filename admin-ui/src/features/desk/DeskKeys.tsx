import { Keyboard } from 'lucide-react';
import { DialogTrigger, Popover, Dialog as RacDialog } from 'react-aria-components';
import { IconButton } from '@/components/Button';
import { Checkbox } from '@/components/Checks';
import { setShortcutsEnabled, useShortcutsEnabled } from '@/lib/shortcuts';
import './deskKeys.css';

const KEYS: [string[], string][] = [
  [['↑', '↓'], 'In the list: customer above, below'],
  [['[', ']'], 'Anywhere: customer above, below'],
  [['/'], 'Go to the search field'],
  [['T'], 'Go to the rule trace'],
  [['Ctrl', 'K'], 'Find anything'],
];

/** The keys of the desk, and the switch for those of one letter. */
export function DeskKeys() {
  const on = useShortcutsEnabled();
  return (
    <DialogTrigger>
      <IconButton label="Keyboard shortcuts" icon={<Keyboard aria-hidden />} />
      <Popover className="popover" placement="bottom end" offset={5}>
        <RacDialog aria-label="Keyboard shortcuts" className="desk-keys">
          <dl>
            {KEYS.map(([keys, what]) => (
              <div key={what}>
                <dt>
                  {keys.map((k) => (
                    <kbd key={k}>{k}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <Checkbox label="Use keys of one letter" value={on} onChange={setShortcutsEnabled} />
        </RacDialog>
      </Popover>
    </DialogTrigger>
  );
}
