import { useNavigate, useSearch } from '@tanstack/react-router';
import { type TabSpec, Tabs } from '@/components/Tabs';
import { useModelsOf, useVersions } from '@/lib/api/models';
import type { Model, ModelSummary } from '@/lib/api/types/models';
import { CompareSelect } from './CompareSelect';
import { CurvesTab } from './CurvesTab';
import { FeaturesTab } from './FeaturesTab';
import { InfluenceTab } from './InfluenceTab';
import { MakingTab } from './MakingTab';
import { MeasuresTab } from './MeasuresTab';
import { OptionsTab } from './OptionsTab';
import { PromotionCard } from './PromotionCard';
import { ShadowCard } from './ShadowCard';
import { comparedHashes, comparedWith } from './search';
import { ThresholdTab } from './ThresholdTab';
import { UseTab } from './UseTab';
import { VersionCard } from './VersionCard';
import { byNumber } from './VersionList';

interface Props {
  model: Model;
  /** The other versions of the same score, as far as the list has them. */
  siblings: ModelSummary[];
  /** The instant it is shown as of, when nothing can be changed; null = now. */
  asOf: string | null;
}

const tabsOf = (models: Model[], siblings: ModelSummary[]): TabSpec[] => [
  {
    id: 'measures',
    label: 'Measures',
    content: <MeasuresTab models={models} siblings={siblings} />,
  },
  { id: 'curves', label: 'Curves', content: <CurvesTab models={models} /> },
  ...(models[0]?.kind === 'PROBABILITY'
    ? [{ id: 'threshold', label: 'Threshold', content: <ThresholdTab models={models} /> }]
    : []),
  { id: 'features', label: 'Features', content: <FeaturesTab models={models} /> },
  { id: 'influence', label: 'Influence', content: <InfluenceTab models={models} /> },
  { id: 'options', label: 'Other settings', content: <OptionsTab models={models} /> },
  { id: 'use', label: 'Use', content: <UseTab models={models} /> },
  { id: 'making', label: 'Making', content: <MakingTab models={models} /> },
];

/** All of one version: its card and what lies behind it, alone or beside other versions. */
export function ModelDetail({ model, siblings, asOf }: Props) {
  const search = useSearch({ from: '/models' });
  const navigate = useNavigate({ from: '/models' });
  const readOnly = asOf !== null;
  const ofScore = useVersions(model.name, asOf).data ?? [];
  const named = useModelsOf(comparedHashes(search.with, model.hash), asOf);
  const whole = byNumber(
    named.filter((m) => m.name === model.name && (asOf === null || m.createdAt <= asOf)),
  );
  const known = new Map([...siblings, ...ofScore, ...whole].map((m) => [m.hash, m] as const));
  known.delete(model.hash);
  const versions = byNumber([...known.values()]);
  const others = comparedWith(search.with, versions);
  const tabs = tabsOf([model, ...whole], versions);
  const tab = tabs.find((t) => t.id === search.tab)?.id ?? 'measures';
  return (
    <div className="stack">
      <VersionCard
        model={model}
        siblings={versions}
        compare={<CompareSelect model={model} siblings={versions} others={others} />}
        readOnly={readOnly}
      />
      {!readOnly && !model.aliases.includes('CHAMPION') && <ShadowCard model={model} />}
      {!readOnly && <PromotionCard model={model} />}
      <Tabs
        label={`About ${model.label}, version ${model.version}`}
        tabs={tabs}
        value={tab}
        onChange={(id) =>
          void navigate({
            search: (old) => ({ ...old, tab: id === 'measures' ? undefined : id }),
            replace: true,
          })
        }
      />
    </div>
  );
}
