import 'server-only'
import type { Submittable } from 'pg'
import type { PoolClient } from '@/lib/platform/db'

/** What pg's protocol layer offers for COPY; its types leave it out. */
type CopyConnection = { query: (text: string) => void; sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void }

/** One value of a row; a list becomes a text[], jsonb is given as its text. */
export type CopyValue = string | number | boolean | null | readonly string[]

/** The rows of a batch as COPY reads them, for `copyIn`. */
export function toCopyText(rows: readonly (readonly CopyValue[])[]): string {
  let text = ''
  for (const row of rows) {
    let line = ''
    for (let at = 0; at < row.length; at++) line += (at === 0 ? '' : '\t') + toField(row[at] ?? null)
    text += line + '\n'
  }
  return text
}

function toField(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'object') return escape(`{${value.map((item) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`)
  return typeof value === 'boolean' ? (value ? 't' : 'f') : String(value)
}

const SPECIAL: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escape(text: string): string {
  return /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (sign) => SPECIAL[sign] ?? sign) : text
}

/**
 * Sends rows with COPY … FROM STDIN: one statement for a whole batch. `sql` names table and columns.
 * @throws what PostgreSQL answers; the statement then changed nothing
 */
export function copyIn(client: PoolClient, sql: string, text: string): Promise<void> {
  if (text === '') return Promise.resolve()
  return new Promise((resolve, reject) => {
    let fault: Error | undefined
    const statement = {
      submit(connection: CopyConnection): void {
        connection.query(sql)
      },
      handleCopyInResponse(connection: CopyConnection): void {
        connection.sendCopyFromChunk(Buffer.from(text))
        connection.endCopyFrom()
      },
      handleError(error: Error): void {
        fault = error
        // pg calls this once for a statement; ReadyForQuery follows and belongs to nobody else.
        reject(error)
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery(): void {
        if (fault === undefined) resolve()
      },
      handleRowDescription: () => undefined,
      handleDataRow: () => undefined,
      handlePortalSuspended: () => undefined,
      handleEmptyQuery: () => undefined,
    }
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- pg gives the statement a connection with more on it than its types say
    client.query(statement as unknown as Submittable)
  })
}
