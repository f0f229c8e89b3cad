import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * CSS colours as the browser resolves them now, for canvas, which cannot read light-dark(); resolved again when the
 * theme changes. The second value is a hidden probe that must be drawn.
 */
export function useResolvedColors(colors: string[]): [string[], ReactNode] {
  const probe = useRef<HTMLSpanElement>(null);
  const [resolved, setResolved] = useState<string[]>([]);
  const wanted = colors.join('|');
  useEffect(() => {
    const resolve = () => {
      const element = probe.current;
      if (!element) return;
      setResolved(
        wanted.split('|').map((color) => {
          element.style.color = color;
          return getComputedStyle(element).color;
        }),
      );
    };
    resolve();
    const chosen = new MutationObserver(resolve);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', resolve);
    return () => {
      chosen.disconnect();
      system.removeEventListener('change', resolve);
    };
  }, [wanted]);
  return [resolved, <span key="probe" ref={probe} hidden />];
}
