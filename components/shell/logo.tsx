/** The mark (three steps, the highest one lit) with the name; leads to `href`. */
export function Logo({ href = '/', addition }: { href?: string; addition?: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center gap-2.5 text-ink no-underline">
      <svg className="size-9 flex-none" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="6" className="fill-primary" />
        <path d="M5 26v-6h7v-6h7V8h8v18z" className="fill-on-primary" />
        <rect x="19" y="8" width="8" height="5" className="fill-money" />
      </svg>
      <span className="text-l leading-tight font-bold tracking-tight">
        STAP-budget{addition !== undefined && <span className="font-normal text-ink-soft"> {addition}</span>}
      </span>
    </a>
  )
}
