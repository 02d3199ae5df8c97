import type { ReactNode } from 'react'

function Tekening({ children }: { children: ReactNode }) {
  return <svg className="stap-tekening" viewBox="0 0 96 80" aria-hidden="true" focusable="false">{children}</svg>
}

/** Step 1: look up an opleiding. */
export function Zoeken() {
  return (
    <Tekening>
      <path className="zacht" d="M8 18c14-6 26-4 36 4v46c-10-8-22-10-36-4z" />
      <path d="M44 22c10-8 22-10 36-4v20M44 22C34 14 22 12 8 18v46c14-6 26-4 36 4V22" />
      <path d="M18 28c6-1 11 0 16 3M18 38c6-1 11 0 16 3M18 48c6-1 11 0 16 3M54 30c4-2 9-3 14-3" />
      <circle className="vlak" cx="66" cy="52" r="13" />
      <circle cx="66" cy="52" r="13" />
      <path d="m76 62 13 13" />
    </Tekening>
  )
}

/** Step 2: the opleider gives an aanmeldbewijs. */
export function Aanmelden() {
  return (
    <Tekening>
      <path className="zacht" d="M22 8h36l14 14v50H22z" />
      <path d="M58 8H22v64h50V22zM58 8v14h14" />
      <path d="M32 30h22M32 40h30M32 50h16" />
      <circle className="vlak" cx="66" cy="60" r="13" />
      <circle cx="66" cy="60" r="13" />
      <path d="m60 60 4 4 8-9" />
    </Tekening>
  )
}

/** Step 3: apply when the tijdvak opens. */
export function Aanvragen() {
  return (
    <Tekening>
      <circle className="zacht" cx="44" cy="40" r="30" />
      <circle cx="44" cy="40" r="30" />
      <path className="vlak" d="M44 40V14a26 26 0 0 1 25 19z" />
      <path d="M44 20v20l-15 9M44 12v4M44 64v4M16 40h4M68 40h4" />
      <path className="papier" d="m66 50 22 9-10 4-4 10z" />
      <path d="m66 50 22 9-10 4-4 10z" />
    </Tekening>
  )
}

/** Step 4: the decision comes as a letter. */
export function Brief() {
  return (
    <Tekening>
      <path className="zacht" d="M10 32 48 10l38 22v40H10z" />
      <path className="papier" d="M22 18h52v32L48 62 22 50z" />
      <path d="M22 40V18h52v22M32 28h32M32 36h20" />
      <path d="M10 34v38h76V34M10 36l38 26 38-26" />
      <circle className="vlak" cx="74" cy="18" r="11" />
      <circle cx="74" cy="18" r="11" />
      <path d="m69 18 4 4 6-8" />
    </Tekening>
  )
}

/** Step 5: follow the opleiding. */
export function Leren() {
  return (
    <Tekening>
      <path className="zacht" d="M22 36v20c14 10 38 10 52 0V36L48 48z" />
      <path className="vlak" d="M48 10 92 30 48 50 4 30z" />
      <path d="M48 10 92 30 48 50 4 30zM22 39v18c14 10 38 10 52 0V39M86 33v22M86 55l-4 12h8z" />
    </Tekening>
  )
}
