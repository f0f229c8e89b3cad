import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { Tabs } from '@/components/Tabs';
import { useDocument, useOpenDraft, useSnapshot } from '@/lib/draft/DraftContext';
import { SegmentPalette } from '@/lib/segments';
import { SegmentsContext } from '@/lib/useSegments';
import { ActionsTab } from './ActionsTab';
import { Changes } from './Changes';
import { ContactTab } from './ContactTab';
import { DraftHead } from './DraftHead';
import { ExamplesTab } from './ExamplesTab';
import { Merge } from './Merge';
import { ModelsTab } from './ModelsTab';
import { Notices } from './Notices';
import { Problems } from './Problems';
import { RankingTab } from './RankingTab';
import { ReviewTab } from './ReviewTab';
import { Scoring } from './Scoring';
import { SegmentsTab } from './SegmentsTab';
import type { Tab } from './search';
import { useDraftKeys } from './useDraftKeys';

export function DraftEditor({ tables }: { tables: ReactNode }) {
  const { view } = useOpenDraft();
  const { tab = 'segments' } = useSearch({ from: '/drafts/$id' });
  const navigate = useNavigate({ from: '/drafts/$id' });
  const outdated = useSnapshot((now) => now.saving.kind === 'outdated');
  const segments = useDocument((d) => d.segments.segments);
  const palette = useMemo(() => new SegmentPalette(segments.map((s) => ({ ...s, name: s.id }))), [segments]);
  useDraftKeys();
  return (
    <SegmentsContext value={palette}>
      <DraftHead />
      {outdated ? (
        <Merge with="newest" />
      ) : (
        <>
          <Notices />
          <Problems />
          <Scoring />
          <Tabs
            label="Parts of the draft"
            value={tab}
            onChange={(to) => void navigate({ search: { tab: to as Tab }, replace: true })}
            tabs={[
              { id: 'segments', label: 'Segments', content: <SegmentsTab /> },
              { id: 'actions', label: 'Actions', content: <ActionsTab /> },
              { id: 'tables', label: 'Tables', content: tables },
              { id: 'models', label: 'Models', content: <ModelsTab /> },
              { id: 'ranking', label: 'Ranking and holdout', content: <RankingTab /> },
              { id: 'contact', label: 'Contact policy', content: <ContactTab /> },
              { id: 'examples', label: 'Examples', content: <ExamplesTab /> },
              { id: 'changes', label: `Changes (${view.changes.length})`, content: <Changes /> },
              { id: 'review', label: 'Review', content: <ReviewTab /> },
            ]}
          />
        </>
      )}
    </SegmentsContext>
  );
}
