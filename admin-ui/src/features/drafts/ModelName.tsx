import { isUnknown, useModel } from '@/lib/api/models';

const SAID = 8;

/** A version by its hash: its number as far as it is known, and the beginning of the hash. */
export function ModelName({ hash }: { hash: string }) {
  const { data, error } = useModel(hash);
  const name = data ? `Version ${data.version} ` : isUnknown(error) ? 'A version that is not known ' : '';
  return <span className="break">{`${name}(${hash.slice(0, SAID)})`}</span>;
}
