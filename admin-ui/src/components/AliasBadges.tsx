import { Badge, type Tone } from '@/components/Badge';
import type { Model, ModelAlias } from '@/lib/api/types/models';
import { humanize } from '@/lib/text';

const TONES: Record<ModelAlias, Tone> = { CHAMPION: 'good', CHALLENGER: 'accent', SHADOW: 'warn' };

/** What a version is used as; nothing when it is used as nothing. */
export const AliasBadges = ({ aliases }: Pick<Model, 'aliases'>) =>
  aliases.map((alias) => (
    <Badge key={alias} tone={TONES[alias]}>
      {humanize(alias)}
    </Badge>
  ));
