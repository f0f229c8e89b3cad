import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Loaded } from '@/components/Loaded';
import { NotRefreshed } from '@/components/NotRefreshed';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState, Skeleton } from '@/components/States';
import { useModel, useModels } from '@/lib/api/models';
import type { ModelSummary } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import { ModelDetail } from './ModelDetail';
import { byNumber, VersionList } from './VersionList';
import '@/components/masterDetail.css';

interface Props {
  /** The instant it is shown as of; null = now. */
  asOf: string | null;
  /** Whether versions that were put away are listed too. */
  archived: boolean;
}

/** The versions by score, and beside them the one that is open; the one of the address also where the list leaves it out. */
export function Registry({ asOf, archived }: Props) {
  const { version } = useSearch({ from: '/models' });
  const { when } = useFormats();
  const list = useModels(asOf, archived);
  const unlisted = list.data?.every((m) => m.hash !== version) ? version : undefined;
  const named = useModel(unlisted, asOf);
  const known = named.data && (asOf === null || named.data.createdAt <= asOf) ? [named.data] : [];
  return (
    <>
      <NotRefreshed query={list} when={when} />
      <Loaded query={list} height={520} label="Loading models">
        {(listed) =>
          named.isLoading ? (
            <Skeleton height={520} label="Loading the version" />
          ) : listed.length === 0 && known.length === 0 ? (
            <div className="card">
              <EmptyState title={asOf ? 'There was no model then' : 'There is no model yet'}>
                {asOf ? 'Choose a later day.' : 'Train one on your customers, or register a PMML file.'}
              </EmptyState>
            </div>
          ) : (
            <Versions models={[...listed, ...known]} asOf={asOf} more={<ShowMore list={list} />} />
          )
        }
      </Loaded>
    </>
  );
}

/** Where the list stands above what it opens, brings that into sight and the focus to it. */
function goTo(opened: HTMLElement) {
  if (!window.matchMedia('(max-width: 1100px)').matches) return;
  opened.focus({ preventScroll: true });
  opened.scrollIntoView({ block: 'start' });
}

interface VersionsProps {
  models: ModelSummary[];
  asOf: string | null;
  /** What stands below the list. */
  more: React.ReactNode;
}

function Versions({ models, asOf, more }: VersionsProps) {
  const { version } = useSearch({ from: '/models' });
  const navigate = useNavigate({ from: '/models' });
  const opened = useRef<HTMLElement>(null);
  const asked = useRef(false);
  const chosen =
    models.find((m) => m.hash === version) ?? models.find((m) => m.aliases.includes('CHAMPION')) ?? models[0];
  const hash = chosen?.hash;
  useEffect(() => {
    if (!hash || !asked.current || !opened.current) return;
    asked.current = false;
    goTo(opened.current);
  }, [hash]);
  if (!chosen) return null;
  return (
    <div className="master model-master">
      <div>
        <VersionList
          models={models}
          chosen={chosen.hash}
          onChoose={(version) => {
            asked.current = version !== chosen.hash;
            if (!asked.current && opened.current) goTo(opened.current);
            void navigate({
              search: ({ asOf, archived, tab }) => ({ asOf, archived, tab, version }),
              replace: true,
              resetScroll: false,
            });
          }}
        />
        {more}
      </div>
      <section
        ref={opened}
        className="model-opened"
        tabIndex={-1}
        aria-label={`All about ${chosen.label}, version ${chosen.version}`}
      >
        <Opened
          key={chosen.hash}
          hash={chosen.hash}
          siblings={byNumber(models.filter((m) => m.name === chosen.name && m !== chosen))}
          asOf={asOf}
        />
      </section>
    </div>
  );
}

function Opened({ hash, siblings, asOf }: { hash: string; siblings: ModelSummary[]; asOf: string | null }) {
  const model = useModel(hash, asOf);
  return (
    <Loaded query={model} height={520} label="Loading the card">
      {(whole) => <ModelDetail model={whole} siblings={siblings} asOf={asOf} />}
    </Loaded>
  );
}
