import { useEffect, useRef, useState } from 'react';

/**
 * Text that is typed here and kept in the address. The router may be slower than the fingers, so what is shown is kept
 * here, and the address is taken over only when somebody else changed it.
 */
export function useUrlText(inUrl: string, setUrl: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(inUrl);
  const sent = useRef(inUrl);
  useEffect(() => {
    if (inUrl !== sent.current) {
      sent.current = inUrl;
      setText(inUrl);
    }
  }, [inUrl]);
  const change = (to: string) => {
    sent.current = to;
    setText(to);
    setUrl(to);
  };
  return [text, change];
}
