import { useModel } from '@/lib/api/models';

const SAID = 8;

/** A version by its hash: its number, and the beginning of the hash. */
export function ModelName({ hash }: { hash: string }) {
  const version = useModel(hash).data?.version;
  const name = version === undefined ? 'A version that is not known' : `Version ${version}`;
  return <span className="break">{`${name} (${hash.slice(0, SAID)})`}</span>;
}
