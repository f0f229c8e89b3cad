import { Check, Monitor, Moon, Sun } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from '@/components/Button';
import { setTheme, type Theme, useTheme } from '@/lib/theme';

const THEMES: { id: Theme; label: string; icon: typeof Sun }[] = [
  { id: 'system', label: 'Like the system', icon: Monitor },
  { id: 'light', label: 'Light', icon: Sun },
  { id: 'dark', label: 'Dark', icon: Moon },
];

export function ThemeMenu() {
  const theme = useTheme();
  const Icon = THEMES.find((t) => t.id === theme)?.icon ?? Monitor;
  return (
    <MenuTrigger>
      <IconButton label="Theme" icon={<Icon aria-hidden />} />
      <Popover className="popover" placement="bottom end" offset={5}>
        <Menu
          aria-label="Theme"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => setTheme([...keys][0] as Theme)}
        >
          {THEMES.map((t) => (
            <MenuItem key={t.id} id={t.id} textValue={t.label} className="option">
              {({ isSelected }) => (
                <>
                  <t.icon aria-hidden />
                  {t.label}
                  {isSelected && <Check aria-hidden style={{ marginInlineStart: 'auto' }} />}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
