import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import type { IconName } from '@/components/ui/icon-names'

export type ButtonVariant = 'primary' | 'secondary' | 'subtle' | 'danger'
type Look = { variant?: ButtonVariant | undefined; icon?: IconName | undefined; iconEnd?: IconName | undefined; children: ReactNode }

const LOOKS = {
  primary: 'nl-button--primary',
  secondary: 'nl-button--secondary',
  subtle: 'nl-button--subtle',
  danger: 'nl-button--primary nl-button--negative',
} as const satisfies Record<ButtonVariant, string>

function look(variant: ButtonVariant | undefined, className: string | undefined): string {
  return classNames('nl-button', LOOKS[variant ?? 'primary'], className)
}

function Content({ icon, iconEnd, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className="nl-button__label">{children}</span>
      {iconEnd && <Icon name={iconEnd} />}
    </>
  )
}

/** A button that does something; submits its form unless `type` says otherwise. The text is a verb. */
export function Button({ variant, icon, iconEnd, children, className, type = 'submit', ...rest }: Look & ComponentProps<'button'>) {
  return (
    <button {...rest} type={type} className={look(variant, className)}>
      <Content icon={icon} iconEnd={iconEnd}>{children}</Content>
    </button>
  )
}

/** A link that looks like a button: the next step of a task. */
export function ButtonLink({ variant, icon, iconEnd, children, className, href, ...rest }: Look & Omit<ComponentProps<'a'>, 'href'> & { href: string }) {
  return (
    <a {...rest} href={href} className={look(variant, className)}>
      <Content icon={icon} iconEnd={iconEnd}>{children}</Content>
    </a>
  )
}

/** Buttons beside each other, the main one first. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="stap-knoppen">{children}</div>
}
