import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Model } from '@/lib/api/types/models';
import { ModelDetail } from './ModelDetail';
import { byNumber, VersionList } from './VersionList';
import '@/components/masterDetail.css';

/** Where the list stands above what it opens, brings that into sight and the focus to it. */
function goTo(opened: HTMLElement) {
  if (!window.matchMedia('(max-width: 1100px)').matches) return;
  opened.focus({ preventScroll: true });
  opened.scrollIntoView({ block: 'start' });
}

/** The versions by score, and beside them the one that is open. */
export function Registry({ models, readOnly }: { models: Model[]; readOnly: boolean }) {
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
      <section
        ref={opened}
        className="model-opened"
        tabIndex={-1}
        aria-label={`All about ${chosen.label}, version ${chosen.version}`}
      >
        <ModelDetail
          key={chosen.hash}
          model={chosen}
          siblings={byNumber(models.filter((m) => m.name === chosen.name && m !== chosen))}
          readOnly={readOnly}
        />
      </section>
    </div>
  );
}
