import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Model } from '@/lib/api/types/models';
import { ModelDetail } from './ModelDetail';
import { VersionList } from './VersionList';
import '@/components/masterDetail.css';

/** The versions by score, and beside them the one that is open. */
export function Registry({ models, readOnly }: { models: Model[]; readOnly: boolean }) {
  const { version } = useSearch({ from: '/models' });
  const navigate = useNavigate({ from: '/models' });
  const chosen =
    models.find((m) => m.hash === version) ?? models.find((m) => m.aliases.includes('CHAMPION')) ?? models[0];
  if (!chosen) return null;
  return (
    <div className="master model-master">
      <VersionList
        models={models}
        chosen={chosen.hash}
        onChoose={(hash) =>
          void navigate({ search: ({ asOf, tab }) => ({ asOf, tab, version: hash }), replace: true })
        }
      />
      <ModelDetail
        key={chosen.hash}
        model={chosen}
        siblings={models.filter((m) => m.name === chosen.name && m !== chosen)}
        readOnly={readOnly}
      />
    </div>
  );
}
