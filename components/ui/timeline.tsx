import type { ReactNode } from 'react'

/** `when` is text for people; `dateTime` the machine form; `next` marks what is still to come. */
export type Moment = { key: string; title: ReactNode; when: string; dateTime?: string; children?: ReactNode; next?: boolean }

/** What happened, newest first, with what comes next on top. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className="stap-tijdlijn">
      {moments.map(({ key, title, when, dateTime, children, next }) => (
        <li key={key} className={next === true ? 'stap-tijdlijn__straks' : undefined}>
          <p className="font-semibold">{title}</p>
          {dateTime === undefined ? <span className="stap-tijdlijn__wanneer">{when}</span> : <time dateTime={dateTime}>{when}</time>}
          {children !== undefined && <div className="stap-prose mt-1">{children}</div>}
        </li>
      ))}
    </ol>
  )
}
