import { KeyRound, LogOut } from 'lucide-react';
import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, Button as RacButton } from 'react-aria-components';
import { ChangePassword } from '@/features/session/ChangePassword';
import { useSignOut } from '@/lib/api/signOut';
import { roleNames } from '@/lib/roles';
import { useSession } from '@/lib/SessionContext';
import { initials } from '@/lib/text';
import './account.css';

/** Who is signed in, and what they can do about it. */
export function AccountMenu({ withName }: { withName?: boolean }) {
  const { displayName, roles } = useSession();
  const signOut = useSignOut();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <MenuTrigger>
        <RacButton className="account">
          <span className="avatar" aria-hidden>
            {initials(displayName)}
          </span>
          <span className="sr">Account of </span>
          {withName ? (
            <span className="account-text">
              <b>{displayName}</b>
              <span>{roleNames(roles)}</span>
            </span>
          ) : (
            <span className="sr">{displayName}</span>
          )}
        </RacButton>
        <Popover className="popover" offset={5}>
          <Menu
            aria-label="Account"
            onAction={(key) => (key === 'password' ? setChanging(true) : signOut.mutate())}
          >
            <MenuItem id="password" className="option" textValue="Change password">
              <KeyRound aria-hidden />
              Change password
            </MenuItem>
            <MenuItem id="sign-out" className="option" textValue="Sign out">
              <LogOut aria-hidden />
              Sign out
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ChangePassword open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
