import { Button } from '@/components/Button';
import { Refusal } from '@/components/Notice';
import { Select } from '@/components/Select';
import { useVersions } from '@/lib/api/models';
import type { ModelSummary } from '@/lib/api/types/models';
import { metricText } from '@/lib/metrics';
import { contestWord } from '@/lib/promotion';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  score: string;
  label: string;
  hash: string;
  onChoose: (hash: string) => void;
  disabled: boolean;
}

/** The versions of a score that may be chosen: those in use first, then the newest. */
export function VersionSelect({ score, label, hash, onChoose, disabled }: Props) {
  const hintOf = useHint();
  const { data = [], error, hasNextPage, fetchNextPage, isFetchingNextPage, isLoading } = useVersions(score);
  const options = data.map((m) => ({ id: m.hash, label: `Version ${m.version}`, hint: hintOf(m) }));
  return (
    <>
      <Select
        label={label}
        value={options.some((o) => o.id === hash) ? hash : ''}
        onChange={onChoose}
        options={options}
        placeholder={isLoading || error ? hash.slice(0, 8) : `Not among those to choose: ${hash.slice(0, 8)}`}
        disabled={disabled}
      />
      <Refusal error={error} />
      {hasNextPage && !disabled && (
        <Button small onPress={() => void fetchNextPage()} isPending={isFetchingNextPage}>
          List more versions
        </Button>
      )}
    </>
  );
}

/** A version among others, in a few words: the champion, or what came of it against the champion, and its first measure. */
function useHint() {
  const formats = useFormats();
  return ({ aliases, metrics, promotion }: ModelSummary): string =>
    [
      aliases.includes('CHAMPION') ? 'Champion' : contestWord(promotion)[0],
      ...metrics.slice(0, 1).map((metric) => {
        const { name, value } = metricText(metric, formats);
        return `${name} ${value}`;
      }),
    ].join(' · ');
}
