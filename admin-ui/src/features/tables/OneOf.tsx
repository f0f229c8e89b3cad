interface Props {
  label: string;
  value: string;
  options: { id: string; label: string }[];
  onChoose: (id: string) => void;
}

/** One of a few values: arrow keys go through them, a press or Enter takes one. */
export function OneOf({ label, value, options, onChoose }: Props) {
  return (
    <fieldset className="one-of" aria-label={label}>
      {options.map((o) => (
        <button
          key={o.id}
          type="button"
          className="one-of-option"
          aria-pressed={o.id === value}
          onClick={() => onChoose(o.id)}
          onKeyDown={(event) => {
            const by =
              event.key === 'ArrowDown'
                ? 'nextElementSibling'
                : event.key === 'ArrowUp'
                  ? 'previousElementSibling'
                  : null;
            if (!by) return;
            event.preventDefault();
            (event.currentTarget[by] as HTMLElement | null)?.focus();
          }}
        >
          {o.label}
        </button>
      ))}
    </fieldset>
  );
}
