import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Input, Button as RacButton, SearchField as RacSearchField } from 'react-aria-components';
import './fields.css';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ label, value, onChange, placeholder, inputRef }: Props) {
  return (
    <RacSearchField className="search" aria-label={label} value={value} onChange={onChange}>
      <Search className="search-lead" aria-hidden />
      <Input className="input" placeholder={placeholder ?? label} {...(inputRef ? { ref: inputRef } : {})} />
      <RacButton className="search-clear" aria-label="Clear">
        <X size={14} aria-hidden />
      </RacButton>
    </RacSearchField>
  );
}
