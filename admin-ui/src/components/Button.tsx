import type { ReactNode } from 'react';
import { type ButtonProps, Button as RacButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { cx } from '@/lib/cx';
import './button.css';

export type ButtonKind = 'plain' | 'primary' | 'ghost' | 'danger';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  kind?: ButtonKind;
  small?: boolean;
  className?: string;
}

export function Button({ kind = 'plain', small, className, ...rest }: Props) {
  return <RacButton {...rest} className={cx('btn', `btn-${kind}`, small && 'btn-small', className)} />;
}

interface IconProps extends Omit<Props, 'children' | 'aria-label'> {
  /** What it does; spoken, and shown as a tooltip. */
  label: string;
  /** A shorter or longer tooltip than the label. */
  tip?: string;
  icon: ReactNode;
}

/** A button that shows only an icon; its label is its accessible name and its tooltip. */
export function IconButton({ label, tip, icon, kind = 'ghost', small, className, ...rest }: IconProps) {
  return (
    <TooltipTrigger delay={400}>
      <RacButton
        {...rest}
        aria-label={label}
        className={cx('btn', `btn-${kind}`, 'btn-icon', small && 'btn-small', className)}
      >
        {icon}
      </RacButton>
      <Tooltip className="tooltip" offset={6}>
        {tip ?? label}
      </Tooltip>
    </TooltipTrigger>
  );
}
