import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'

/** `cell` draws the value of a row; `numeric` sets it to the right; `rowHeader` is the column that names the row. */
export type Column<Row> = { key: string; header: ReactNode; cell: (row: Row) => ReactNode; numeric?: boolean; rowHeader?: boolean }

/** A table with a caption. Server component: `cell` functions stay on the server. A wide table scrolls inside its own frame. */
export function Table<Row>({ caption, captionHidden = false, columns, rows, total, rowKey, empty }: {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** What the rows add up to: stands below them, apart. */
  total?: Row
  rowKey: (row: Row) => string
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode
}) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  return (
    // A region that scrolls must be reachable by keyboard.
    <div className="stap-tabel" tabIndex={0} role="region" aria-label={caption}>
      <table className="utrecht-table">
        <caption className={captionHidden ? 'sr-only' : 'utrecht-table__caption'}>{caption}</caption>
        <thead className="utrecht-table__header">
          <tr className="utrecht-table__row">
            {columns.map(({ key, header, numeric, rowHeader }) => (
              <th key={key} scope="col" className={classNames('utrecht-table__header-cell', numeric === true && rowHeader !== true && 'utrecht-table__header-cell--numeric-column')}>{header}</th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body">
          {rows.map((row) => <Rij key={rowKey(row)} columns={columns} row={row} />)}
        </tbody>
        {total !== undefined && <tfoot className="stap-tabel__totaal"><Rij columns={columns} row={total} /></tfoot>}
      </table>
    </div>
  )
}

function Rij<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return (
    <tr className="utrecht-table__row">
      {columns.map(({ key, cell, numeric, rowHeader }) => rowHeader === true
        ? <th key={key} scope="row" className="utrecht-table__header-cell">{cell(row)}</th>
        : <td key={key} className={classNames('utrecht-table__cell', numeric === true && 'utrecht-table__cell--numeric-column utrecht-table__cell--numeric-data')}>{cell(row)}</td>)}
    </tr>
  )
}
