import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Button, IconButton } from './Button';
import { dismissToast, useToasts } from './toast';
import './toasts.css';

/** Short messages at the foot of the window, spoken once as they appear. */
export function Toasts() {
  const toasts = useToasts();
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((t) => (
        <div key={t.id} className="toast">
          {t.tone === 'good' ? (
            <CircleCheck aria-hidden className="toast-good" />
          ) : (
            <CircleAlert aria-hidden className="toast-bad" />
          )}
          <span>{t.text}</span>
          {t.undo && (
            <Button
              small
              onPress={() => {
                t.undo?.();
                dismissToast(t.id);
              }}
            >
              Undo
            </Button>
          )}
          <IconButton small label="Dismiss" icon={<X aria-hidden />} onPress={() => dismissToast(t.id)} />
        </div>
      ))}
    </div>
  );
}
