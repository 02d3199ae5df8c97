import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { StatusBadge, type Tone } from '@/components/ui/tag'

export type Task = { key: string; title: ReactNode; href?: string; description?: ReactNode; status: { tone: Tone; label: string } }

/** What is to be done, with the state of each; a task without href cannot be opened yet. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="stap-taken">
      {tasks.map(({ key, title, href, description, status }) => (
        <li key={key}>
          <div>
            {href === undefined ? title : <Link href={href}>{title}</Link>}
            {description !== undefined && <span className="stap-taken__uitleg">{description}</span>}
          </div>
          <StatusBadge tone={status.tone}>{status.label}</StatusBadge>
        </li>
      ))}
    </ul>
  )
}
