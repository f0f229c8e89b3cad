import { Link } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { EmptyState } from '@/components/States';
import { ShadowBlock } from '@/components/shadow/ShadowBlock';
import { useShadows } from '@/lib/api/shadows';

/** Every shadow with what it would have changed in the last run. */
export function ShadowsCard() {
  const shadows = useShadows();
  return (
    <Card
      title="Shadows"
      sub="Versions that score alongside and decide nothing, as changed decisions of the last run"
    >
      <Loaded query={shadows} height={120} label="Loading the shadows">
        {(watched) =>
          watched.length === 0 ? (
            <EmptyState title="No version is watched">
              Models, “Use as…”, makes a version the shadow of its score. Every run then says what it would
              have changed.
            </EmptyState>
          ) : (
            <div className="stack">
              {watched.map((shadow) => (
                <section
                  key={shadow.hash}
                  className="monitoring-shadow"
                  aria-label={`Shadow of ${shadow.label}`}
                >
                  <h3>
                    {shadow.label},{' '}
                    <Link to="/models" search={{ version: shadow.hash }}>
                      version {shadow.version}
                    </Link>
                  </h3>
                  <ShadowBlock shadow={shadow} />
                </section>
              ))}
            </div>
          )
        }
      </Loaded>
    </Card>
  );
}
