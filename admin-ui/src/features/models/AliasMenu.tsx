import { Tag } from 'lucide-react';
import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '@/components/Button';
import type { AliasChange } from '@/lib/api/setModelAlias';
import type { Model } from '@/lib/api/types/models';
import { AliasDialog } from './AliasDialog';

const ALIASES: AliasChange['alias'][] = ['CHALLENGER', 'SHADOW'];

/** Marks a version as challenger or shadow, or takes the mark away. The champion is what a published strategy pins. */
export function AliasMenu({ model }: { model: Model }) {
  const [change, setChange] = useState<{ alias: AliasChange['alias']; give: boolean } | null>(null);
  const champion = model.aliases.includes('CHAMPION');
  const offered = ALIASES.map((alias) => ({ alias, give: !model.aliases.includes(alias) })).filter(
    ({ give }) => !give || !champion,
  );
  if (offered.length === 0) return null;
  return (
    <>
      <MenuTrigger>
        <Button>
          <Tag aria-hidden />
          Use as…
        </Button>
        <Popover className="popover" offset={5}>
          <Menu
            aria-label="Use as"
            onAction={(key) => setChange(offered.find((o) => o.alias === key) ?? null)}
          >
            {offered.map(({ alias, give }) => (
              <MenuItem key={alias} id={alias} className="option">
                {give ? `Make it the ${alias.toLowerCase()}` : `No longer the ${alias.toLowerCase()}`}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {change && <AliasDialog model={model} {...change} onClose={() => setChange(null)} />}
    </>
  );
}
