import type { useNavigate } from '@tanstack/react-router';
import { type LucideIcon, Moon, Sun, UserRound } from 'lucide-react';
import { useFindCustomers } from '@/lib/api/findCustomers';
import { setTheme } from '@/lib/theme';
import { useDebounced } from '@/lib/useDebounced';
import type { PageGroup } from './pages';

export interface Entry {
  id: string;
  label: string;
  hint?: string;
  icon: LucideIcon;
  run: () => void;
}

export interface Section {
  id: string;
  heading: string;
  entries: Entry[];
}

type Navigate = ReturnType<typeof useNavigate>;

/** What the palette offers for a text, in sections without the empty ones; and whether customers are still looked for. */
export function usePaletteEntries(
  text: string,
  groups: PageGroup[],
  navigate: Navigate,
): { sections: Section[]; searching: boolean } {
  const wanted = text.trim().toLowerCase();
  const matches = (e: Entry) => e.label.toLowerCase().includes(wanted);
  const pages: Entry[] = groups.flatMap((g) =>
    g.pages.map((p) => ({
      id: `page:${p.to}`,
      label: p.label,
      hint: g.heading,
      icon: p.icon,
      run: () => void navigate({ to: p.to }),
    })),
  );
  const settled = useDebounced(wanted, 120);
  const found = useFindCustomers(settled);
  const customers: Entry[] = (wanted && settled ? (found.data?.items ?? []) : []).map((c) => ({
    id: `customer:${c.id}`,
    label: c.name || c.id,
    hint: c.name ? c.id : '',
    icon: UserRound,
    run: () => void navigate({ to: '/customers', search: { id: c.id, search: c.id } }),
  }));
  const commands: Entry[] = [
    { id: 'theme:dark', label: 'Use the dark theme', icon: Moon, run: () => setTheme('dark') },
    { id: 'theme:light', label: 'Use the light theme', icon: Sun, run: () => setTheme('light') },
  ];
  const sections = [
    { id: 'pages', heading: 'Pages', entries: pages.filter(matches) },
    { id: 'customers', heading: 'Customers', entries: customers },
    { id: 'commands', heading: 'Commands', entries: commands.filter(matches) },
  ].filter((section) => section.entries.length > 0);
  return { sections, searching: wanted !== '' && (settled !== wanted || found.isFetching) };
}
